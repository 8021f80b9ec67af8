import { Component, type ReactNode } from 'react'
import { Failure } from '#client/ui/states.tsx'
import { OfflineError } from '#client/lib/api.ts'

type State = { readonly error: Error | null }

/** What a page throws while it is drawn: a chunk that couldn't be fetched, or a fault of ours. Never a white page. */
export class PageFault extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: Error): State {
    return { error: navigator.onLine ? error : new OfflineError(location.pathname, error) }
  }

  override render(): ReactNode {
    if (!this.state.error) return this.props.children
    return (
      <div className="page">
        <Failure error={this.state.error} retry={() => location.reload()} />
      </div>
    )
  }
}
