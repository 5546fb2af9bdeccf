import type { SourceFile } from '../format.ts'
import { describePackage, PACKAGE_FILE } from './describe-package.ts'

/** A file to be read, and how: found if `choice` is empty. */
export interface FileToRead<File extends SourceFile> {
  file: File
  choice: { format?: string; options?: Readonly<Record<string, unknown>> }
}

/**
 * Files that came together: those that a `datapackage.json` among them describes are to be read as it says, and it is no table
 * itself then. The others, and all of them where there is no description, are left to detection.
 */
export async function describedTogether<File extends SourceFile>(
  files: readonly File[],
): Promise<FileToRead<File>[]> {
  const alone = files.map((file) => ({ file, choice: {} }))
  const described = files.find(({ name }) => name.toLowerCase() === PACKAGE_FILE)
  if (described === undefined || files.length === 1) return alone
  const parts = (await describePackage(described)) ?? []
  const choices = files.map(({ name }) => parts.find(({ path }) => path.split('/').pop() === name))
  if (choices.every((part) => part === undefined)) return alone
  return files.flatMap((file, index) => {
    if (file === described) return []
    const part = choices[index]
    return [
      {
        file,
        choice: part === undefined ? {} : { format: 'data-package', options: { package: part.description } },
      },
    ]
  })
}
