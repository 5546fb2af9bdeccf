/**
 * Licences that open data is published under: SPDX identifier (that of data.gouv.fr where SPDX has none), title, identifier on
 * data.gouv.fr, address of the text, and whether French administrations may choose it by themselves (article D. 323-2-1 of the
 * code of relations between the public and the administration).
 */
export const LICENCES: readonly (readonly string[])[] = [
  [
    'etalab-2.0',
    'Licence Ouverte / Open Licence version 2.0',
    'lov2',
    'https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf',
    'oui',
  ],
  [
    'fr-lo',
    'Licence Ouverte / Open Licence version 1.0',
    'fr-lo',
    'https://www.etalab.gouv.fr/wp-content/uploads/2014/05/Licence_Ouverte.pdf',
    'oui',
  ],
  [
    'ODbL-1.0',
    'Open Data Commons Open Database License (ODbL) 1.0',
    'odc-odbl',
    'https://opendatacommons.org/licenses/odbl/1-0/',
    'oui',
  ],
  [
    'ODC-By-1.0',
    'Open Data Commons Attribution License 1.0',
    'odc-by',
    'https://opendatacommons.org/licenses/by/1-0/',
    'non',
  ],
  [
    'PDDL-1.0',
    'Open Data Commons Public Domain Dedication and License (PDDL) 1.0',
    'odc-pddl',
    'https://opendatacommons.org/licenses/pddl/1-0/',
    'non',
  ],
  [
    'CC-BY-4.0',
    'Creative Commons Attribution 4.0 International',
    'cc-by',
    'https://creativecommons.org/licenses/by/4.0/',
    'non',
  ],
  [
    'CC-BY-SA-4.0',
    'Creative Commons Attribution Share-Alike 4.0 International',
    'cc-by-sa',
    'https://creativecommons.org/licenses/by-sa/4.0/',
    'non',
  ],
  [
    'CC0-1.0',
    'Creative Commons Zero 1.0 Universal (CC0)',
    'cc-zero',
    'https://creativecommons.org/publicdomain/zero/1.0/',
    'non',
  ],
]
