/** Id of the field in which actions are searched, for whoever sends the focus there. */
export const ACTION_SEARCH_ID = 'action-search'
