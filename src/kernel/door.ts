import { monitorEventLoopDelay } from 'node:perf_hooks'

export interface DoorLimits {
  /** Requests that may be in the house at the same time, those that wait for the database included. */
  readonly inFlightMax: number
  /** How late the event loop may run, in one sample after another, before newcomers are refused. */
  readonly lagMaxMs: number
}

export const DOOR_LIMITS: DoorLimits = { inFlightMax: 512, lagMaxMs: 1_000 }

const SAMPLE_MS = 250
/** One long task is over when it is noticed; only a loop that stays late is overloaded. */
const LATE_SAMPLES = 3
const NANOSECONDS_A_MS = 1e6
const RESOLUTION_MS = 10

/** Counts who is in the house and turns newcomers away while it is full, late or closing. */
export class Door {
  inFlight = 0
  refused = 0
  closing = false
  lagMs = 0
  lagWorstMs = 0
  private lateSamples = 0
  private readonly delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  private readonly sampler: NodeJS.Timeout

  constructor(private readonly limits: DoorLimits = DOOR_LIMITS) {
    this.delay.enable()
    this.sampler = setInterval(() => this.sample(), SAMPLE_MS)
    this.sampler.unref()
  }

  /** Whether a request may come in; one that does must leave. */
  enter(): boolean {
    if (this.inFlight >= this.limits.inFlightMax || this.lateSamples >= LATE_SAMPLES) {
      this.refused += 1
      return false
    }
    this.inFlight += 1
    return true
  }

  leave(): void {
    this.inFlight -= 1
  }

  remove(): void {
    clearInterval(this.sampler)
    this.delay.disable()
  }

  /** The monitor counts its own resolution as delay. */
  private sample(): void {
    const late = (nanoseconds: number): number =>
      Math.max(0, nanoseconds / NANOSECONDS_A_MS - RESOLUTION_MS) || 0
    this.lagMs = late(this.delay.mean)
    this.lagWorstMs = late(this.delay.max)
    this.delay.reset()
    this.lateSamples = this.lagMs > this.limits.lagMaxMs ? this.lateSamples + 1 : 0
  }
}
