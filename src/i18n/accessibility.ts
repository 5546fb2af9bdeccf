import { messages } from './messages.ts'

/** The page that says how accessible Tamis is, honestly. */
export const accessibilityWords = messages({
  fr: {
    title: 'Accessibilité',
    state:
      'Tamis vise la conformité au RGAA 4.1.2 (WCAG 2.2, niveau AA). Aucun audit n’a encore été mené par un tiers\u00a0: ce qui suit est ce que nous savons par nos propres essais.',
    doneTitle: 'Ce qui est fait',
    done: [
      'Toutes les actions se font au clavier, avec un focus visible. Ctrl\u00a0K ouvre la recherche d’actions, Ctrl\u00a0Z annule, Ctrl\u00a0Y rétablit, Ctrl\u00a0F cherche dans le tableau.',
      'Dans le tableau, les flèches vont de cellule en cellule\u00a0; sur un en-tête, Entrée ouvre les actions, Espace sélectionne la colonne, Maj et les flèches la déplacent, Alt et les flèches l’élargissent.',
      'Les étapes se déplacent avec Alt et les flèches, ou par leur menu.',
      'Rien n’est dit par la couleur seule\u00a0: un signe ou un mot l’accompagne.',
      'Les contrastes de texte sont d’au moins 4,5 pour 1, en clair comme en sombre.',
      'L’avancement et les résultats sont annoncés aux lecteurs d’écran.',
      'À 200\u00a0% de zoom, les zones de côté deviennent des volets\u00a0; le mouvement réduit est respecté.',
    ],
    missingTitle: 'Ce qui manque ou gêne encore',
    missing: [
      'Le tableau n’affiche que les lignes et colonnes visibles\u00a0: un lecteur d’écran ne lit que celles-là, et le défilement horizontal reste nécessaire.',
      'Tamis n’a pas encore été essayé avec NVDA, JAWS et VoiceOver par des personnes qui s’en servent chaque jour.',
      'Élargir une colonne au clavier est lent\u00a0; le contenu entier d’une cellule se lit en l’ouvrant (Entrée).',
    ],
    back: 'Retour',
  },
  en: {
    title: 'Accessibility',
    state:
      'Tamis aims at the French RGAA 4.1.2 (WCAG 2.2, level AA). Nobody outside the project has audited it yet: what follows is what we know from our own trials.',
    doneTitle: 'What is done',
    done: [
      'Every action can be done with the keyboard, with a visible focus. Ctrl\u00a0K opens the search of actions, Ctrl\u00a0Z undoes, Ctrl\u00a0Y redoes, Ctrl\u00a0F finds in the table.',
      'In the table, arrows go from cell to cell; on a header, Enter opens the actions, Space selects the column, Shift and the arrows move it, Alt and the arrows widen it.',
      'Steps are moved with Alt and the arrows, or from their menu.',
      'Nothing is said by colour alone: a sign or a word goes with it.',
      'Text contrast is at least 4.5 to 1, light and dark.',
      'Progress and outcomes are announced to screen readers.',
      'At 200% zoom the side zones become drawers; reduced motion is respected.',
    ],
    missingTitle: 'What is missing or still in the way',
    missing: [
      'The table shows only the rows and columns in sight: a screen reader reads only those, and it has to be scrolled sideways.',
      'Tamis has not been tried yet with NVDA, JAWS and VoiceOver by people who use them every day.',
      'Widening a column with the keyboard is slow; the whole of a cell can be read by opening it (Enter).',
    ],
    back: 'Back',
  },
})
