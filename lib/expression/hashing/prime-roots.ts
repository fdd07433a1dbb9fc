/** The first primes, which the SHA-2 constants are made from. */
export function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}

/** The first 64 bits behind the binary point of the square (2) or cube (3) root. */
export function rootFraction(value: number, degree: 2 | 3): bigint {
  const scaled = BigInt(value) << BigInt(64 * degree);
  let low = 0n;
  let high = 1n << 72n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** BigInt(degree) <= scaled) low = middle;
    else high = middle;
  }
  return BigInt.asUintN(64, low);
}
