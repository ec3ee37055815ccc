/** Why a campaign, a round or a device is not as it was asked. */
export type CampaignRefusal = {
  readonly because:
    | 'no_such_campaign'
    | 'no_such_instrument'
    | 'no_such_staircase'
    | 'no_such_canvasser'
    | 'outside_the_campaign'
    | 'already_given'
    | 'no_such_assignment'
    | 'no_such_device'
}
