import { commandLine } from '../i18n/command-line.ts'
import { stepSentence } from '../recipe/needed-columns.ts'
import { parameterValues } from '../recipe/parameters.ts'
import { readRecipe } from '../recipe/read-recipe.ts'
import { readArguments } from './arguments.ts'
import { CommandError } from './command-error.ts'
import { EXIT, type Command } from './command.ts'
import { readText } from './files.ts'

/** `check-recipe RECIPE.tamis.json`: validates it and prints the sentences of its steps. */
export const checkRecipe: Command = async (words, { language, out }) => {
  const { plain } = readArguments(words, {})
  const [path] = plain
  if (path === undefined) throw new CommandError('no-file')
  const recipe = readRecipe(await readText(path))
  const say = commandLine[language]
  const lines = [say.recipeIsValid(recipe.title)]
  for (const { name, steps } of recipe.sheets) {
    lines.push('', say.sheet(name))
    steps.forEach((step, index) => {
      const text = stepSentence(step, parameterValues(recipe))[language]
      lines.push(say.stepLine(index + 1, text) + (step.off === true ? ` (${say.off})` : ''))
    })
  }
  out(lines.join('\n') + '\n')
  return EXIT.done
}
