/** Numbers from 0 up to a number of sides, the same in every run with one seed. */
export type Dice = (sides: number) => number

/** Park and Miller, "Random number generators: good ones are hard to find", 1988. */
export function dice(seed: number): Dice {
  let state = (seed % 2_147_483_646) + 1
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647
    return state % sides
  }
}
