import * as v from 'valibot'
import { dataPackageWords } from '../../i18n/data-package.ts'
import { Problem } from '../../problem/problem.ts'
import type { Format, ReadContext, ReadResult, SourceFile } from '../format.ts'
import { DESCRIPTION_CHOICES } from './apply-description.ts'
import { describePackage, fromDescription, PACKAGE_FILE } from './describe-package.ts'

const options = v.looseObject({
  /** What the Data Package says of the file, as JSON text; every option besides these two is one of the file's own format. */
  package: v.exactOptional(v.string()),
  description: v.exactOptional(v.picklist(DESCRIPTION_CHOICES)),
})
type DataPackageOptions = v.InferOutput<typeof options>

/** Reads a file of any format. */
type ReadInner = (
  file: SourceFile,
  options: Readonly<Record<string, unknown>>,
  context: ReadContext,
) => Promise<ReadResult>

/**
 * A file and what a `datapackage.json` that came with it says about it. Alone that file describes data without holding them, and says
 * which files do.
 */
export const dataPackageOf = (readInner: ReadInner): Format<DataPackageOptions> => ({
  id: 'data-package',
  name: { fr: dataPackageWords.fr.format, en: dataPackageWords.en.format },
  extensions: ['json'],
  options,
  detect: ({ name }, head) =>
    name.toLowerCase() === PACKAGE_FILE && new TextDecoder().decode(head).includes('"resources"') ? 1 : 0,
  read: (file, chosen, context) => readDescribed(file, chosen, context, readInner),
})

/** Throws Problem `package-without-data`, `bad-option`, or what reading the file throws. */
async function readDescribed(
  file: SourceFile,
  { package: text, description, ...rest }: DataPackageOptions,
  context: ReadContext,
  readInner: ReadInner,
): Promise<ReadResult> {
  if (text === undefined) {
    const described = file.name.toLowerCase() === PACKAGE_FILE ? await describePackage(file) : null
    if (described !== null)
      throw new Problem('package-without-data', { files: described.map(({ path }) => path) })
    return readInner(file, rest, context)
  }
  const described = fromDescription(file.name, text)
  if (described === null) throw new Problem('bad-option', { option: 'package', value: text.slice(0, 80) })
  const reading = await readInner(file, { ...described.options, ...rest }, context)
  const chosen = description === undefined ? rest : { ...rest, description }
  const applied = described.apply(reading, description, chosen)
  const label = { fr: PACKAGE_FILE, en: PACKAGE_FILE }
  const came = {
    option: 'package',
    value: text,
    label,
    evidence: { fr: dataPackageWords.fr.together, en: dataPackageWords.en.together },
    chosen: true,
    choices: [{ value: text, label }],
  }
  return { ...applied, found: [came, ...applied.found] }
}
