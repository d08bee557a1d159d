import { TheHubStands } from './20261121T1900-the-hub-stands.ts'

/** Every migration in order; frozen once released. */
export const migrations = [{ name: '20261121T1900-the-hub-stands', class: TheHubStands }]
