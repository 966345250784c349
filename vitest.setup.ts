import { configureGlobal } from 'fast-check'

// One seed, so that a run can be told apart from the change it tests. `ATTEST_SEED=random` looks further; the seed of a
// failure is printed and, named here, replays it.
const wish = process.env.ATTEST_SEED
if (wish !== 'random') configureGlobal({ seed: Number(wish) || 20_261_123 })
