/** What somebody may need to take part: said by themselves, read by who plans. */
export const needs = {
  ask: 'Do you need anything to take part?',
  choose: 'Tick what helps',
  kinds: {
    'step-free': 'a way in without stairs',
    hearing: 'an induction loop or louder speech',
    'sign-language': 'sign language',
    sight: 'large print or things described in words',
    assistant: 'I come with somebody who helps me, or with an assistance dog',
    'simple-words': 'plain words, without hurry',
  },
  words: 'Anything else? In a few words',
  wordsHint: 'up to 200 characters',
  wordsWrong: 'Please be shorter: 200 characters at most.',
  who: 'Only whoever leads or plans this will read it. We delete it a few days after the meeting.',
  heading: 'Needs',
  short: {
    'step-free': 'step-free',
    hearing: 'hard of hearing',
    'sign-language': 'sign language',
    sight: 'weak sight',
    assistant: 'with an assistant',
    'simple-words': 'plain words',
  },
} as const
