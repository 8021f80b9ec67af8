import { PlaceTemplate } from './place-template.tsx'

export default function ProjectPage() {
  return <PlaceTemplate what="project" />
}
