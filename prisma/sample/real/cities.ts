import type { City } from '../shapes.ts'

/** The four cities of the five documents and the districts that they name. Szprotawa's document names none. */
export const cities: readonly City[] = [
  {
    slug: 'gliwice',
    name: 'Gliwice',
    voivodeship: 'slaskie',
    districts: { zatorze: 'Zatorze', szobiszowice: 'Szobiszowice', sosnica: 'Sośnica' },
  },
  {
    slug: 'katowice',
    name: 'Katowice',
    voivodeship: 'slaskie',
    districts: { 'welnowiec-jozefowiec': 'Wełnowiec-Józefowiec', dab: 'Dąb' },
  },
  {
    slug: 'gdansk',
    name: 'Gdańsk',
    voivodeship: 'pomorskie',
    districts: {
      orunia: 'Orunia',
      'nowy-port': 'Nowy Port',
      stogi: 'Stogi',
      'dolne-miasto': 'Dolne Miasto',
      'biskupia-gorka': 'Biskupia Górka',
    },
  },
  { slug: 'szprotawa', name: 'Szprotawa', voivodeship: 'lubuskie', districts: {} },
]
