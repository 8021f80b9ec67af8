import { venueInput } from '#shared/contract/manage/venue.ts'
import type { VenueManaged } from '#shared/contract/manage/views.ts'
import { pages } from '#shared/contract/paths.ts'
import { Editor } from '#client/features/manage/editor.tsx'
import { VenueFields } from '#client/features/manage/venue-form.tsx'
import { freshVenue, venueValues } from '#client/features/manage/venue-values.ts'
import { Closures } from '#client/features/manage/venue-closures.tsx'
import { Rooms } from '#client/features/manage/venue-rooms.tsx'
import { OneManaged } from '../one-managed.tsx'

/** A form for a new one, or for one that is there. */
export default function VenuePage() {
  return <OneManaged noun="venues">{(view) => <Venue view={view} />}</OneManaged>
}

function Venue({ view }: { readonly view: VenueManaged | null }) {
  return (
    <Editor
      noun="venues"
      schema={venueInput}
      start={view ? venueValues(view) : freshVenue}
      view={view}
      name={view?.name ?? ''}
      valuesOf={venueValues}
      Fields={VenueFields}
      below={
        view && (
          <>
            <Rooms venue={view} />
            <Closures venue={view} />
          </>
        )
      }
      {...(view && { publicPath: pages.of('venues', view.slug) })}
    />
  )
}
