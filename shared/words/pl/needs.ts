/** What somebody may need to take part: said by themselves, read by who plans. */
export const needs = {
  ask: 'Potrzebujesz czegoś, żeby wziąć udział?',
  choose: 'Zaznacz, co pomoże',
  kinds: {
    'step-free': 'wejście bez schodów',
    hearing: 'pętla indukcyjna albo głośniejsza mowa',
    'sign-language': 'tłumaczenie na język migowy',
    sight: 'duży druk albo opis słowny',
    assistant: 'przyjdę z osobą, która mi pomaga, albo z psem asystującym',
    'simple-words': 'proste słowa, bez pośpiechu',
  },
  words: 'Coś jeszcze? W kilku słowach',
  wordsHint: 'do 200 znaków',
  wordsWrong: 'Napisz krócej: najwyżej 200 znaków.',
  who: 'To przeczyta tylko osoba, która prowadzi albo planuje te zajęcia. Usuniemy to kilka dni po spotkaniu.',
  heading: 'Potrzeby',
  short: {
    'step-free': 'bez schodów',
    hearing: 'słabiej słyszy',
    'sign-language': 'język migowy',
    sight: 'słabiej widzi',
    assistant: 'z asystą',
    'simple-words': 'proste słowa',
  },
} as const
