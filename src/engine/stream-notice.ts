/** What those who listen to streams are told after a commit: which stream that is no episode, such as `group:evening`, has which version. */
export type StreamNotice = { readonly stream: string; readonly version: number };
