/** Prints what `oracleLines` says of the folder named on the command line. */
import { oracleLines } from './oracles.ts'

// Run through `node -e`, which leaves the script's own name out.
const folder = process.argv[1]
if (folder === undefined) {
  console.error('Usage: npm run oracles -- DIR')
  process.exitCode = 2
} else {
  for (const line of await oracleLines(folder)) console.log(line)
}
