import { PlaceTemplate } from './place-template.tsx'

export default function OrganisationPage() {
  return <PlaceTemplate what="organisation" />
}
