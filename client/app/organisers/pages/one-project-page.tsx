import { projectInput } from '#shared/contract/manage/project.ts'
import type { ProjectManaged } from '#shared/contract/manage/views.ts'
import { pages, panelPages } from '#shared/contract/paths.ts'
import { Editor } from '#client/features/manage/editor.tsx'
import { ProjectFields } from '#client/features/manage/project-form.tsx'
import { freshProject, projectValues } from '#client/features/manage/project-values.ts'
import { useRights } from '#client/features/me/queries.ts'
import { OneManaged } from '../one-managed.tsx'

/** A form for a new one, or for one that is there. */
export default function ProjectPage() {
  return <OneManaged noun="projects">{(view) => <Project view={view} />}</OneManaged>
}

function Project({ view }: { readonly view: ProjectManaged | null }) {
  const rights = useRights()
  const mayRead = rights.includes('plan') || rights.includes('audit')
  return (
    <Editor
      noun="projects"
      schema={projectInput}
      start={view ? projectValues(view) : freshProject}
      view={view}
      name={view?.name ?? ''}
      valuesOf={projectValues}
      Fields={ProjectFields}

      {...(view && { publicPath: pages.of('projects', view.slug) })}
      {...(view && mayRead && { numbersPath: panelPages.numbers('projects', view.id) })}
    />
  )
}
