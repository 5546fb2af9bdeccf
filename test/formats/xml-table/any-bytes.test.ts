import * as fc from 'fast-check'
import { test } from 'vitest'
import { xmlTable } from '../../../src/formats/xml-table/xml-table.ts'
import { givenFile, silent } from '../given-file.ts'
import { expectTableOrProblem, FUZZ_RUNS, FUZZ_TIMEOUT, mutatedFile } from '../mutated-file.ts'

const files = [
  '<?xml version="1.0" encoding="UTF-8"?><l xmlns="http://x"><p id="1"><nom>Été &amp; co</nom><a><v>x</v></a></p><p id="2"><nom/><t>1</t><t>2</t></p></l>',
  '<rss><channel><title>t</title><item><title>a</title><![CDATA[<x>]]></item><item><b c="1" d="2"/></item></channel></rss>',
  '<kml><Folder><name>A</name><Placemark><name>x</name></Placemark><Placemark/></Folder></kml>',
].map((text) => new TextEncoder().encode(text))

const signs = [
  '<',
  '>',
  '/',
  '</',
  '/>',
  '<p>',
  '</p>',
  '&',
  '&#',
  ';',
  '"',
  "'",
  '=',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '<!DOCTYPE',
  ' a="b"',
  '\0',
  '\ufeff',
]

test(
  'a damaged XML file gives a table or a sentence, whole or in part',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        mutatedFile(files, signs),
        fc.boolean(),
        fc.constantFrom('joined', 'columns'),
        async (bytes, partial, repeated) =>
          expectTableOrProblem(() =>
            xmlTable.read(givenFile(bytes, 'x.xml'), { partial, repeated: repeated }, silent),
          ),
      ),
      { numRuns: FUZZ_RUNS },
    )
  },
  FUZZ_TIMEOUT,
)

test.each([
  ['open elements', '<a>'],
  ['elements', '<a/>'],
  ['attributes', ' a="1"'],
  ['ampersands', '&'],
  ['references', '&amp;'],
  ['comments', '<!--'],
  ['names', '<a b='],
])(
  'half a million %s do not make reading endless',
  async (_, part) => {
    const text = part.repeat(500_000)
    await expectTableOrProblem(() => xmlTable.read(givenFile(text, 'x.xml'), {}, silent))
    await expectTableOrProblem(() =>
      xmlTable.read(givenFile(`<r>${text}`, 'x.xml'), { partial: true }, silent),
    )
  },
  60_000,
)
