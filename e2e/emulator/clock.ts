/** Emulator time as a line through an anchor point; all milliseconds since the epoch. */
export type Clock = {
  anchorRealMs: number;
  anchorEmulatorMs: number;
  scale: number;
};

/** Emulator time for a moment of real time. */
export function emulatorNowMs(clock: Clock, realNowMs: number): number {
  return Math.round(clock.anchorEmulatorMs + (realNowMs - clock.anchorRealMs) * clock.scale);
}

/** A clock that shows `emulatorMs` at this moment of real time and runs on at `scale`. */
export function setClock(realNowMs: number, emulatorMs: number, scale: number): Clock {
  return { anchorRealMs: realNowMs, anchorEmulatorMs: emulatorMs, scale };
}
