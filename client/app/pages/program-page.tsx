import { PlaceTemplate } from './place-template.tsx'

export default function ProgramPage() {
  return <PlaceTemplate what="program" />
}
