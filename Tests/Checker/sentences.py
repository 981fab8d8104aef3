"""How Weft says things: one pattern a claim. When its words change, change them here.

A pattern is a kind and the words; `checks.py` has a function for each kind that knows what is so. In the words
`{n}` is a number (in figures or words), `{p}` a percentage, `{f}` a decimal, `{d}` a day, `{names}` one or more names,
`{name}` one; `{x:n}` gives the value the name x. `(?i)` is on, and a full stop at the end may be missing.
"""

import re

NUMBER_WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
NUMBER = r"(?:" + "|".join(NUMBER_WORDS) + r"|none|neither|both|\d[\d,]*)"
PERCENT = r"(?:under 1|over 99|\d+) ?%"
DECIMAL = r"[-+]?\d+(?:\.\d+)?"
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = rf"\d{{1,2}} (?:{MONTH}) \d{{4}}"
PERIOD = rf"(?:on {DAY}|since {DAY}|up to {DAY}|{DAY} to {DAY}|all dates)"
SHAPES = {"n": NUMBER, "p": PERCENT, "f": DECIMAL, "d": DAY, "when": PERIOD, "name": r".+?", "names": r".+?", "any": r".+"}

# One group along a boundary, and several: filled in for each boundary of the workspace by `compile_for`.
NOUN, NOUNS = "<noun>", "<nouns>"

# (kind, words). Several patterns may share a kind. Kinds in CONTEXT say nothing that could be false.
SUMMARY = [
    ("left-out", "(?P<why>.+): (?:they|that person)(?: and their {left:n} ties?)? (?:is|are) left out, so this rests on {n}(?: of {of:n} (?:people|person)| (?:people|person)) and {tied:n}(?: of {all:n})? ties?"),
    ("context", "Whether {names} (?:depend|depends) on one person cannot be said: (?:it has|they have) ties with people who cannot be placed in one <noun>"),
    ("hangs-quiet", "Whether {names} (?:depend|depends) on one person cannot be said: too few of (?:its|their) people answered"),
    ("uncounted", "(?:The <noun> of {unknown:n} (?:people|person) is not known(?: and )?)?(?:{several:n} (?:people|person) belongs? to several <nouns>)?: (?:they are|that person is) counted in none of them"),
    ("people", "(?:{in:n} of )?{n} (?:people|person)"),
    ("groups", "(?:{shown:n} of )?{n} (?P<word><nouns>|<noun>)(?: and the central team)?"),
    ("pairs", "(?:{in:n} of )?{n} ties?"),
    ("answered", "{p} (?:of the {of:n} on record as asked )?answered"),
    ("answered-all", "all {n} on record as asked answered"),
    ("answered-unknown", "who answered is not recorded"),
    ("when", "{when}"),
    ("depth", r"ties of depth {n} \(\w+\) or more"),
    ("whole-inward", r"{p} of ties lead from one <noun> to another; chance alone would have {chance:p} do so \(E-I {ei:f}(?:, expected {eie:f})?\)"),
    ("whole-outward", r"{p} of ties lead from one <noun> to another, more than the {chance:p} that chance would give \(E-I {ei:f}(?:, expected {eie:f})?\)"),
    ("whole-as-chance", r"{p} of ties lead from one <noun> to another, about what chance would give: {chance:p} \(E-I {ei:f}(?:, expected {eie:f})?\)"),
    ("sureness", r"A network this inward comes about by chance in (?P<odds>.+?) cases(?:\.|; (?P<rest>.+))?"),
    ("interval", r"The share (?:lies between {lo:p} and {hi:p}|is {at:p} throughout its 95 ?% interval over people)(?: \(95 ?% interval over people\))?(?:, and between {blo:p} and {bhi:p} had everybody answered \(95 ?% interval, if those who did not work as their colleagues who did\))?"),
    ("not-asked-across", "No tie leads from one <noun> to another. People were most likely asked about their own <noun> only, so nothing can be said about silos between <nouns>"),
    ("few-crossing", "Only {k:n} ties? of {of:n} leads? from one <noun> to another"),
    ("context", "How sure: (?:beyond doubt|likely|a hint|cannot say)"),
    ("context", "No <noun>(?P<part> that may be shown)? is found to keep to itself: one with (?:under )?{p} of the outside ties that the others would have at its size would be found in eight cases of ten, and one less closed might be missed"),
    ("context", "No <noun>(?: that may be shown)? is found to keep to itself, but these <nouns> and their ties are too few to show one that does"),
    ("no-crossing", "No tie leads from one <noun> to another"),
    ("context", "People were most likely asked about their own <noun> only, so nothing can be said about silos between <nouns>"),
    ("whole-one", "There is one (?P<word><noun>) here, so nothing can be said of ties between <nouns>"),
    ("whole-fixed", "{p} of ties cross from one <noun> to another, and it could be no other share"),
    ("context", "Contains names: not for circulation"),
    ("whole-fixed", "{p} of ties lead from one <noun> to another; whoever was in which <noun>, it could be no other share"),
    ("whole-too-little", "There is not enough data to say how far <nouns> work together: (?P<why>.+)"),
    ("group-silo", r"{name} keeps to itself: {p} of its {n} ties lead out; at its size the (?:other )?<nouns> would have {others:p}, and {chance:p} would by chance \(E-I {ei:f}, expected {eie:f}\)"),
    ("group-outgoing", r"{name} reaches out more than the (?:other )?<nouns> do: {p} of its {n} ties lead out; at its size they would have {others:p}, and {chance:p} would by chance \(E-I {ei:f}, expected {eie:f}\)"),
    ("group-more-inward", r"{name} is more inward than most <nouns>: {p} of its {n} ties lead out; at its size the (?:other )?<nouns> would have {others:p}, and {chance:p} would by chance \(E-I {ei:f}, expected {eie:f}\)"),
    ("group-inward", r"{name} works more inwardly than chance, as the (?:other )?<nouns> do: {p} of its {n} ties lead out, {others:p} would if it were like them, and {chance:p} would by chance \(E-I {ei:f}, expected {eie:f}\)"),
    ("group-unclear", r"{name} works more inwardly than chance: {p} of its {n} ties lead out; at its size the (?:other )?<nouns> would have {others:p}, these ties are too few to tell it from them, and {chance:p} would by chance \(E-I {ei:f}, expected {eie:f}\)"),
    ("group-inward", r"{name} works more inwardly than chance, {p} of its {n} ties lead out, and {chance:p} would by chance \(E-I {ei:f}, expected {eie:f}\)"),
    ("group-open", r"{name} works more outwardly than chance: {p} of its {n} ties lead out, and {chance:p} would by chance \(E-I {ei:f}, expected {eie:f}\)"),
    ("group-as-chance", r"{name} is no more inward than chance would have it: {p} of its {n} ties lead out, and {chance:p} would by chance \(E-I {ei:f}, expected {eie:f}\)"),
    ("group-as-chance", r"{name}: {p} of its {n} ties lead out; {chance:p} would by chance \(E-I {ei:f}, expected {eie:f}\)"),
    ("group-too-little", "There is not enough data to say whether {name} is a silo: (?P<why>.+)"),
    ("group-not-asked", "People in {name} were most likely not asked about anybody outside it, so nothing can be said of a silo"),
    ("depth-gap", r"{a:name} and {b:name} are in contact about as often as chance would have it \({contact:f} times\), but hardly work jointly: at depth {depth:n} \(\w+\) or more they have {n} ties?, where chance would give {expected:n} \({ratio:f} times\)"),
    ("depth-gap-untold", r"{a:name} and {b:name} are in contact about as often as chance would have it, but hardly work jointly: at depth {depth:n} \(\w+\) or more they have under half of the ties that chance would give"),
    ("hangs-on-one", r"{names} (?:depend|depends) on (?:one person(?: in (?P<home>.+?))?|(?P<own>one of its own people)): if that person leaves, (?:they lose|it loses) (?:(?P<only>the only tie) to (?:other )?<nouns>|every tie to (?:other )?<nouns> \({n} ties\))"),
    ("tied-only-through", "{name} is tied to the rest of the trust only through {other:name}"),
    ("no-tie-out", "{names} (?:has|have) no recorded tie to any (?:other )?<noun>"),
    ("context", "Nothing in the files groups people, so nothing can be said of silos"),
    ("unasked-groups", "Nobody in {names} is on record as asked, so ties among (?:its|their) own people are missing here"),
    ("in-several-schools", "Schools cannot be compared: everybody(?: with a school)? is in several, and nobody in one alone"),
    ("context", "Add a school, team or department to people.csv"),
    ("context", "The other {n} (?:is|are) in silos.csv"),
    ("brokers", "(?:By role, t|T)he (?:{n} people who connect|person who connects) others most (?:is|are) (?:listed by code in bridges.csv|(?P<roles>.+))"),
    ("broker-reach", "(?:On average they have|That person has) ties in {n} other (?:<nouns>|<noun>)"),
    ("broker-few-reach", "{n} of them ha(?:s|ve) ties in another <noun>"),
    ("cut-people", "{n} (?:people are cut points|person is a cut point): without them somebody is cut off"),
    ("context", "bridges.csv lists (?:them|that person) by code"),
    ("untrusted-ranking", "Only {p} answered: too few for a ranking of people (?:by betweenness )?to be trusted, so none is given"),
    ("untrusted-ranking", "Only {p} answered: too few for a ranking of people by betweenness to be trusted"),
    ("topic-sought", "Nobody in the trust has listed {name}(?P<above> above level 1)?(?: since {gone:n} (?:people|person) who did (?:has|have) left)?, and (?:(?P<few>one or two)|{n}) (?:people|person) would like to learn it"),
    ("topic-absent", "Nobody in the trust has listed {name}(?P<above> above level 1)?(?: since {gone:n} (?:people|person) who did (?:has|have) left)?"),
    ("topic-single", "One person in the trust knows {name}: if they leave, nobody does(?:; in (?:{far:n} of (?P<part>the )?|all )?{all:n} (?P<word><nouns>|<noun>)(?: shown|(?P<enough> where enough answered))? most staff would need {steps:n} or more introductions)?"),
    ("topic-wanted", "(?:(?P<few>one or two)|{n}) (?:people|person) would like to learn {name}; what anybody knows is not recorded"),
    ("topic-own-single", "One person alone knows {n} topics that no list has, such as {names}: if they leave, nobody does"),
    ("topic-leaving", "{n} (?:people|person) who knew {name} (?:has|have) left or will; (?:{left:n} remains?|(?P<nobody>nobody) remains)"),
    ("topic-hub", "Nobody in the {hub:name} hub or the central team has listed {name}(?P<above> above level 1)?, though {n} (?:people|person) elsewhere have"),
    ("context", "Hire, train somebody, or buy in {any} from a partner"),
    ("context", "Decide whether {any} is needed; if so, train somebody or buy it in"),
    ("context", "Find a second person to learn {any} from the one who knows it"),
    ("context", "Have what those who go know of {any} written down or taught"),
    ("context", "Introduce schools of the {any} hub to somebody who knows {any}"),
    ("context", "Decide which of them matter, and find a second person to learn those"),
    ("second-person", "Give {names} a second link to the others: one person holds all (?:of theirs|it has)"),
    ("second-partner", "Find {name} a second partner beside {other:name}, its only link"),
    ("context", "Ask whoever leads {any} to run one piece of joint work with (?:another|a) <noun>, and set a date"),
    ("ask-again", "Ask {names} again: too few answered to say anything"),
    ("ask-others", "Ask those who have not answered: {p} is too few to rank anybody by"),
    ("divides-most", "(?P<by><noun>) is the strongest divide once the others are allowed for: {p} of the ties that chance would give between (?:<nouns>) are missing(?:, and {own:p} even after allowing for (?P<held><noun>))?"),
    ("divides-most", "Whether (?P<by><noun>) or <noun> divides more, once the others are allowed for, these data cannot tell: by <noun> {p} of the ties that chance would give between (?:<nouns>) are missing(?:, and {own:p} even after allowing for (?P<held><noun>))?"),
    ("looks-stronger", r"(?P<by><noun>) looks stronger \({p}\), but allowing for (?P<held><noun>) leaves (?:{own:p}|next to nothing)"),
    ("context", "Lead across: the share of ties that lead from one group to another"),
    ("context", "Missing: the share of those that chance would give and that are not there"),
    ("context", "Its own: what is still missing after allowing for another way of grouping; what only follows another comes out near 0%"),
    ("context", r"Lead out: the share of ties that lead out of the <noun>; a tie across counts at both ends|Could be: the range allowing for who was counted and for missing answers|Others at its size: what the other <nouns> would do|By chance: what chance alone would give"),
    ("context", "A missing (?:tie|link|line) may mean that it was not recorded|Figures are about work, and not for the appraisal of anybody"),
    ("set-aside", "{n} rows? (?:was|were) set aside; problems.csv says which and why"),
    ("not-counted", "Not counted: (?P<parts>.+)"),
    ("excluded", "{n} (?:person was|people were) left out at their own wish"),
    ("excluded-few", "Some people were left out at their own wish"),
    ("sampling", "Betweenness (?:is|was) estimated.+|.*drawn at random.*"),
    # Partnerships and purpose.
    ("partnership-count", "{n} partnerships? with {partners:n} partners?: {red:n} red, {watch:n} to watch(?:, | and ){steady:n} steady(?: and {untold:n} that cannot be told)?"),
    ("partnerships-over", "{n} partnerships? (?:has ended and counts|have ended and count) no more: {names}"),
    ("partnerships-none", "No partnership is under way"),
    ("partnership-single", "{n} depends? on one person: {names}"),
    ("partnership-no-single", "None(?P<part> whose lead can be read)? depends on one person"),
    ("partner-ties-other-times", "Who was in touch with partners then is not on record: the ties with them in the files are of other times"),
    ("partner-ties-unrecorded", "Who is in touch with partners is not recorded: (?:add ties with partners to collaborations.csv|ties with partners belong in collaborations.csv, the partner's id at one end)"),
    ("reviews-overdue", "{n} reviews? (?:is|are) overdue: {names}"),
    ("reviews-untold", "Whether a review is overdue cannot be told: nothing in the files is dated"),
    ("reviews-none-overdue", "No review is overdue(?: on {d})?(?: among those that can be read)?(?:; {undated:n} partnerships? ha(?:s|ve) no review date on record)?"),
    ("reviews-unrecorded", "No review dates are recorded"),
    ("context", "{n} review dates? could not be read: {names}"),
    ("sides-apart", "Of {n} where both sides are known(?: and it may be told)?, the sides stand two steps apart or more in {apart:n}: {names}"),
    ("sides-none-apart", "Of {n} where both sides are known(?: and it may be told)?, none sees it two steps apart"),
    ("sides-untold", "Whether the two sides stand two steps apart may not be told: it would say what single raters said"),
    ("sides-one", "In the one partnership where both sides are known, they (?:(?P<none>do not stand two steps apart)|stand two steps apart or more: {names})"),
    ("sides-unknown-trust", "No partnership has both sides' trust to compare: three people a side have to rate reliability, mission and openness"),
    ("sides-unknown", r"No partnership has both sides' views to compare \(three raters a side are needed\)"),
    ("trust-moved", "Of {n} sides? rated twice(?: of which it may be told)?, trust rose by half a step or more on {up:n}, fell on {down:n} and held on {same:n}"),
    ("trust-moved-untold", "Whether trust has risen or fallen may not be told: it would say what single raters said"),
    ("trust-moved-unknown", "Whether trust has risen or fallen cannot be told yet: no side has been rated twice by three people or more"),
    ("new-deals", r"{n} partnerships? (?:is|are) new this year; (?:(?P<none>none) has a|{open:n} (?:has|have) no) meeting on record to find common ground, first {name} \({weeks:n} weeks?\)"),
    ("new-deals", r"{n} partnership is new this year and has (?P<none>no) meeting on record to find common ground: {name} \({weeks:n} weeks?\)"),
    ("new-deals", r"{n} partnerships? (?:is|are) new this year(?:, and (?P<each>each|it) has met to find common ground|; whether they have met to find common ground no file says \(attendance.csv\))"),
    ("new-deals-unknown", "Which partnerships are new is not recorded: add the column started to partnerships.csv"),
    ("sector-lacking", "We have no partnership in {names} on record(?:; the sector of {untold:n} partners? with a partnership is not recorded)?"),
    ("sector-all", "Every sector has a partnership"),
    ("sectors-unrecorded", "The sectors of partners are not recorded: add the column sector to partners.csv"),
    ("stories-lost", "Who took part in {n} stor(?:y|ies) that says? what changed could not be read"),
    ("to-show", "Evidence of impact: {story:n} of {n} ha(?:s|ve) a story with its effect, {goal:n} a measured goal; {neither:n} ha(?:s|ve) neither on record"),
    ("to-show-story", "Evidence of impact: {story:n} of {n} ha(?:s|ve) a story with its effect; whether a goal of theirs is measured is not recorded"),
    ("to-show-goal", "Evidence of impact: {goal:n} of {n} ha(?:s|ve) a measured goal; whether a story tells of their effect is not recorded"),
    ("context", "What has come of them is not recorded: stories.csv would say who took part and what changed, goals.csv by what it is measured"),
    ("context", "Which fields nobody is in touch with cannot be told: the sector of a partner is not recorded"),
    ("to-show-unrecorded", "What has come of them is not recorded: add stories.csv or goals.csv"),
    ("outside-share", "{p} of {n} (?:people have|person has) a tie with somebody outside the trust; how many outside education cannot be told, (?P<untold>since the sector of a partner is not recorded)"),
    ("outside-share", "{p} of {n} (?:people have|person has) a tie with somebody outside the trust, {beyond:p} with somebody outside education"),
    ("outside-share", "(?P<dash>-) of {n} (?:people have|person has) a tie with somebody outside the trust, (?:-) with somebody outside education"),
    ("outside-leads", "{n} more (?:leads a partnership and has|lead partnerships and have) no such tie on record"),
    ("context", r"(?:Most work stays inside the trust|More work leads out than stays inside) \(E-I index towards partners {ei:f}\)"),
    ("sector-diversity", r"Contacts(?: whose sector is on record)? are in {n} sectors? \(sector diversity {f} of 1\); (?:(?:most work stays inside the trust|more work leads out than stays inside) \(E-I index towards partners {ei:f}\)|(?P<untold>how much work stays inside is not on record))"),
    ("context", "How much work stays inside is not on record"),
    ("plan-untold", "No tie between colleagues is on record, so who is within reach of whom cannot be told"),
    ("context", "Ties with partners belong in collaborations.csv, the partner's id at one end"),
    ("closure", "Contacts know one another most in {name}: {p} of pairs of contacts are tied to each other, {others:p} in the middle one of the other <nouns>"),
    ("fields-missing", "Nobody is in touch with (?P<fields>[a-z ,-]+?)(?:; about .+ ask {any})?"),
    ("context", "One colleague alone carries what comes from {any}"),
    ("translators", "(?:{n} (?:people carry|person carries)|(?P<nobody>Nobody on record) carries) things between another sector and colleagues elsewhere in the trust"),
    ("goal-count", "{n} goals?: {unmeasured:n} without a measure, {one:n} with one owner only, {unlinked:n} that no recorded work is linked to"),
    ("goals-work-unknown", "What work each goal has cannot be told: no row of collaborations.csv names a goal"),
    ("goal-count-unasked", "{n} goals?: (?:{unmeasured:n} without a measure|how they are measured is not recorded), (?:{one:n} with one owner only|who owns them is not recorded)(?:, {unlinked:n} that no recorded work is linked to)?"),
    ("goal-linked", "(?:{p}|-) of {n} ties? and groups? name a goal(?:, {unlisted:n} of them one that goals.csv does not list)?"),
    ("unread-cells", "(?P<state>Could not be read|Not recorded), and counted neither way: (?P<what>.+)"),
    ("goals-left", "{n} goals? ha(?:s|ve) no owner who is still here"),
    ("goals-shared", "{n} of {all:n} pairs? of those who have goals shares? one"),
    ("goals-unshared", "Fewer than two have a goal on record, so none is shared"),
    ("goals-missed", "{n} pairs? asks? for the same and shares? none, first {any}"),
    ("context", "Who should share one cannot be told without needs.csv or the column seeks of schools.csv"),
    ("goals-wrong", "Going the wrong way: {names}"),
    ("story-count", "{n} stor(?:y|ies); {silent:n} without a recorded effect"),
    ("idea-untold", "Whether {n} ideas? came through a bridge cannot be told: who is in touch with partners is not recorded"),
    ("story-voices", "Told by {names}"),
    ("story-sides", "{n}(?: of the {of:n} that says? who took part)? brings? together more than one school, team of the centre or sector"),
    ("story-one", "The one that says who took part (?P<sense>brings together more than one school, team of the centre or sector|is of one school, team of the centre or sector alone)"),
    ("story-untold", "No story(?: that could be read)? tells of (?:{n} of {all:n} goals?)?(?: and )?(?:{partners:n} of {deals:n} partners? with a partnership)?"),
    ("idea-count", "{n} ideas?, {adopted:n} taken up(?:; {across:n} of those (?:was|were) carried across by somebody, and {outside:n} came from outside the trust)?"),
    ("idea-count-unread", "{n} ideas?, {adopted:n} taken up; (?P<ways>.*(?:could not be read|cannot be told|could be read|can be told).*)"),
    ("idea-bridged", "{n}(?: of which it can be told)? came through a bridge, somebody who works or has a tie both where the idea began and where it went; had carriers been drawn from all staff, chance would give {f}"),
    ("decision-unrecorded", "{n} decisions?; (?P<what>who was consulted|who took them|whom they affected) is not recorded"),
    ("decision-count", "{n} decisions?(?:, {told:n} of which say whom they affect|, {told1:n} of which says whom it affects)?; {unasked:n} affected somebody who was not consulted"),
    ("decision-untold", "{n} decisions?(?:, {told:n} of which say whom they affect|, {told1:n} of which says whom it affects)?; whether anybody affected was not consulted cannot be told"),
    ("decision-reach", "“(?P<what>.+)” reaches {n} others? in two steps; {missed:n} of them neither decided nor (?:was|were) consulted: {names}"),
    ("never-asked", "{n} partners? (?:has|have) a share in our goals or partnerships and a part in no decision(?: that could be read| on record)?: {names}"),
    ("all-asked", "Every partner with a share in a goal or partnership was asked at least once"),
    ("asked-unknown", "The files do not say which partners have a share in a goal or partnership"),
    ("need-count", "{n} needs? raised(?:; {open:n} ha(?:s|ve) had no response|, and (?:it has|all have) had a response)"),
    ("never-answered", "Voiced and never answered: {names}"),
    ("not-in-the-room", "Not in the room: {names} had no part in any decision(?: that could be read| on record)?"),
    ("channel-silent", "We have heard nothing through {name} for {n} months"),
]

FIGURES = [
    # People.
    ("head-alone-ties", "{who:name} alone ties {names} to the rest"),
    ("head-people", "Most ways between <nouns> lead through {names}"),
    ("desc-person", "{who:name}: number {n} by shortest ways, ties in {groups:n} other groups?"),
    ("desc-holder", "{who:name}: holds every outside tie of {names}"),
    ("desc-no-bridge", "Nobody stands out as a bridge"),
    ("head-no-silo", "No (?P<word><noun>)(?P<part> that may be shown)? is found to keep to itself"),
    ("head-silo-hanging", "(?P<names>.+?[^:]) keeps to itself and depends on one person"),
    ("head-silos", "(?P<names>(?!No )(?!no ).+?[^:]) keeps? to (?:itself|themselves)"),
    ("head-silo-shares", "{name} keeps to itself: {p} of its ties lead out, where the other <nouns> would have {others:p} at its size"),
    ("head-hanging", "{n} <nouns> depend on one person(?P<each> each)?"),
    ("head-hanging-one", "{name} depends on one person"),
    ("head-single-link", "{n} <nouns> depend on a single link to the rest"),
    ("head-single-link-one", "{name} depends on a single link to the rest"),
    ("head-share", "{p} of ties cross from one <noun> to another(?P<blank>, but no link between two <nouns> may be shown)?"),
    ("head-share-alone", "{p} of ties join the <noun> and the central team(?P<blank>, but their link may not be shown)?"),
    ("head-not-asked", "No tie crosses from one <noun> to another: most likely nobody was asked"),
    ("whole-one", "There is one (?P<word><noun>), so no ties between <nouns> to judge"),
    ("head-too-little", "Not enough data to say how far <nouns> work together"),
    ("context", "Who works with whom across <nouns>"),
    ("head-without", "Without {name}, {names} would be cut off"),
    ("head-without-more", "{n} more groups? holds? others alone"),
    ("head-no-cut", "No (?:group|hub) would be cut off if another withdrew"),
    ("context", "No group that is shown would be cut off if another withdrew"),
    ("head-brokers", "{names} connects? the others most"),
    ("context", "{names} connects? <nouns> most"),
    ("head-no-holder", "No single <noun> holds the others together"),
    ("head-too-few-links", "Too few links between <nouns>(?P<part> can be shown)? to say what holds them together"),
    ("desc-joined-only", "{names} (?:is|are) joined to the rest only through {name}"),
    ("desc-brokers", "Besides, {names} connects? the other groups most"),
    ("desc-irreplaceable", "{n} links? would be replaced by no other"),
    ("desc-all-replaceable", "Losing any one link would cut off no further group"),
    ("desc-no-link", "Without a link that is shown: {names}"),
    ("desc-alarm", "{name}: (?P<alarm>keeps to itself|only link|depends on (?:one person|.+?)|only way to {n} groups?|only way to one group)"),
    # Coverage.
    ("head-topics-absent", "Nobody has listed {names}"),
    ("head-topics-single", "{names} rests? on one person(?: each)?"),
    ("head-topic-far", "{name} is out of reach of {n} (?:<nouns>|<noun>)(?P<part> that may be shown| where enough answered)?"),
    ("head-topics-fine", "Every topic is within reach of every <noun>(?: shown| where enough answered)?"),
    ("desc-topic-absent", "{name}: nobody has listed it(?P<above> above level 1)?"),
    ("desc-topic-single", "{name}: one person in the trust"),
    ("desc-topic-far", "{name}: out of reach of {names}"),
    ("desc-topics-fine", "No topic is out of reach of any <noun>(?: shown| where enough answered)?"),
    ("desc-unseen", "What {n} (?:<nouns>|<noun>) that (?:is|are) not shown can reach is not told"),
    # Partners.
    ("head-no-partner", "No partner is shown: no link to one is carried by enough people"),
    ("head-idle-count", r"{n} <nouns>(?P<large> that may be shown)? (?:work with no partner(?: at depth \d or more)?|have no partnership, nor a contact at depth \d or more with a partner|have no partnership on record)"),
    ("head-idle", r"{names} (?:works? with no partner(?P<deep> at depth \d or more)?|ha(?:s|ve) no partnership(?: on record|, nor a contact at depth \d or more with a partner))"),
    ("ideas-none", "No idea is recorded"),
    ("context", "There is no trail to follow from where one began to where it went"),
    ("named-bridge", "(?P<who>.+): number {n} by shortest paths, ties in {groups:n} other groups?"),
    ("head-no-danger", "No partnership needs a look|No partnership is red(?:, {watch:n} (?:is|are) to watch)?"),
    ("head-untold", "Whether {n} of {all:n} partnerships? needs? a look cannot be told"),
    ("head-overdue", "{n} reviews? of (?:a partnership|partnerships) (?:is|are) overdue"),
    ("head-red", "{n} of {all:n} partnerships needs? a look"),
    ("head-sector-none", "no partnership is in the {names} sector"),
    ("head-sectors-none", "{n} sectors have none"),
    ("context", "Who works with partners is not recorded"),
    ("head-partner-one", "{n} of {all:n} partners works? with one <noun> or team only"),
    ("head-partners-fine", "Every <noun> works with a partner, and every partner with several"),
    ("desc-sector-none", "{name}: no partnership"),
    ("desc-no-partner-link", "No group of staff has a link to a partner that can be shown"),
    ("desc-partner", r"{name}(?: \((?P<alarm>[a-z ]+)\))?: {names}"),
    # Ideas.
    ("head-idea-bridge", "(?:The one|All {all:n}|Both|{n} of {all:n}|None of the {all:n}|Neither of the {all:n}) ideas? taken up (?:came|did not come) through a bridge(?:, where chance would give (?P<chance>.+?)|, no more than chance would give)?"),
    ("head-idea-known", "(?:None|{n}) of the {all:n} ideas taken up (?:is|are) known to have come through a bridge; of {lost:n} it cannot be told"),
    ("head-idea-known", "Whether the one idea taken up came through a bridge cannot be told"),
    ("head-idea-ways", "(?:The one idea recorded|{n} of {all:n} ideas) (?:is|are) taken up; by what way is not recorded"),
    ("head-idea-stuck", "{n} (?:has|have) gone nowhere on record"),
    ("head-idea-unread", "Who took up the ideas recorded could not be read of {n}"),
    ("head-idea-none", "None of the {n} ideas recorded has been taken up yet"),
    ("head-idea-none", "The one idea recorded has not been taken up yet"),
    ("desc-idea", "{name}: from (?P<trail>.+)"),
    # Change.
    ("head-change", "{gained:n} links? gained(?: and (?P<nolost>none) lost(?: among those (?:that may be shown|of {n} or more people))?|, {lost:n} lost)"),
    ("head-change-gained", "{gained:n} links? gained; no end is recorded, so losses cannot be seen"),
    ("head-change-left", "(?:{gained:n} links? gained(?: with new people)?)?(?:[,;] )?(?:{lost:n} (?:links? )?lost with people who left)?; no other (?:start or )?end is recorded"),
    ("context", "{lost:n} links? lost; no start is recorded, so gains cannot be seen|No start or end is recorded between the two days, so change cannot be seen"),
    ("head-change-lost", "{lost:n} links? lost and none gained(?: among those (?:that may be shown|of {n} or more people))?"),
    ("head-no-change", "No link (?:that may be shown |of {n} or more people )?between <nouns> was gained or lost"),
    ("head-most-gained", r"{name} gained most \({n}\)"),
    ("head-most-lost", r"{name} lost most \({n}\)"),
    ("desc-gained", "Gained: {names}"),
    ("desc-lost", "Lost: {names}"),
    ("desc-new", "New on the map: {names}"),
    ("desc-gone", "No longer on the map: {names}"),
    ("desc-kept", "{n} links? stayed, among {groups:n} groups? there then or now; places mean nothing in themselves"),
]

# What stands under a headline, a part at a time.
BASIS = [
    ("people", "(?:{in:n} of )?{n} (?:people|person)"),
    ("people-ties", "{n} ties?, {across:n} of them across"),
    ("drawn-groups", "{n}(?: of {all:n})? groups?"),
    ("drawn-links", "{n} links?"),
    ("more-links", "{n} more links? may not be shown"),
    ("answered", "{p} (?:of the {of:n} on record as asked )?answered"),
    ("answered-all", "all {n} on record as asked answered"),
    ("drawn-topics", "{n} topics?"),
    ("groups", "(?:{shown:n} of )?{n} (?P<word><nouns>|<noun>)(?: and the central team)?"),
    ("partnerships", "{n} partnerships?"),
    ("drawn-partners", "{n} partners?(?:,? (?:{told:n} of them )?in {sectors:n} sectors?)?"),
    ("with-effect", "{n} with a story of what changed or a measured goal"),
    ("ideas", "{n} ideas?"),
    ("ideas-taken", "{n} taken up, (?:{outside:n} of them from outside the trust, )?by {schools:n} of {all:n} schools?"),
    ("change-people", "{n} (?:people|person) then, {now:n} now"),
    ("change-links", "{n} links? gained"),
    ("change-lost", "{n} lost"),
    ("context", "(?:gains|losses) not recorded"),
    ("change-kept", "{n} kept"),
]

COMMANDS = [
    # bridges
    ("nothing-hangs", "No <noun>(?: of (?P<fewest>[0-9]+) people or more|(?P<part> that may be shown))? depends on one person or on a single link(?: that may be shown)?"),
    ("hangs-unknown", "Whether an? <noun> depends on one person cannot be said: the files have no tie to other <nouns>, or so few that people were hardly asked about them"),
    # between
    ("between-no-tie", "{a:name} and {b:name} have no tie on record, where chance would give {f}(?:; (?:a difference that chance hardly explains|chance alone would explain that))?"),
    ("between-quiet", "Too few of either answered for that to say how they work together"),
    ("between-ties", "{a:name} and {b:name} have {n} ties?, (?P<under>under )?{f} times what chance would give(?:; (?P<sure>a difference that chance hardly explains|chance alone would explain that))?"),
    ("between-few", "How many ties {a:name} and {b:name} have is not shown: none, those of fewer than {n} people, or more beside such a link"),
    ("between-joint", r"Joint work \(depth 4 and more\) stands at (?:under )?{f} times: (?P<sense>they tell one another things and decide apart|contact and joint work go together)"),
    ("context", "That is too few ties to say how they work together: {n} are needed"),
    ("between-sorts", "Of what passes between them (?:and says what it is, )?{p} is operational, {strategic:p} strategic"),
    ("between-together", r"Together they have acted towards {n} partners?, last {name} \((?P<what>.+)\)"),
    ("between-none-together", "No event, decision, story or working group on record has both of them beside the same partner"),
    ("between-together-unknown", "Whether they act together towards a partner cannot be told: attendance.csv, decisions.csv and stories.csv would say who took part"),
    ("between-alone", "Alone: {any}"),
    ("between-lessons", ".+ could teach .+"),
    ("context", "First bring together .+, who (?:knows|offers .+) .+, and .+, who would like to know it"),
    ("no-expertise", "What they could teach each other cannot be told without expertise.csv"),
    ("between-partners", "Both are in touch with {n} partners?: {names}"),
    # without
    ("without-together", r"Without (?P<who>.+?), (?:(?P<every>all)|(?P<two>no two) of|{n} of)(?: [\d,]+ groups)? \(?{all:n} <nouns>(?: and the central team)?\)? still reach one another(?:; (?P<names>.+?) depends? on them)?"),
    ("without-together", r"Without (?P<who>.+?), (?P<every>both) <nouns>(?: and the central team)? still reach one another"),
    ("without-two-apart", "Without (?P<who>.+?), the two (?:<nouns>|groups) no longer reach one another"),
    ("without", r"Without (?P<who>.+?) \({n} (?:people|person)\) {ties:n} ties? (?:goes|go)(?:, {across:n} of them (?P<ends>between|with) <nouns>(?P<centre> or with the central team)?(?:; of {untold:n} more it cannot be told, as somebody cannot be placed in one <noun>)?|; whether between <nouns> (?P<unknown>cannot be told), as somebody cannot be placed in one <noun>)?"),
    ("context", "How many ties go without {any} is not shown: it would tell how many those who leave have with one another"),
    ("context", "Whether those who stay would still reach one another is not shown: with it the links of few people could be worked out"),
    ("without-none-cut", "No (?P<other>other )?<noun> is cut off"),
    ("without-emptied", "Nobody would be left in {names}"),
    ("without-lost", "Nobody else (?:has listed|knows|holds|owns) {any}|{n} working groups? would have fewer than two members"),
    ("without-cut", "{names} loses? every tie to (?:other )?<nouns>"),
    ("without-partners", "Nobody else is in touch with {names}"),
    ("without-stands", "The others reach one another as before(?:, and no [a-z, ]+ goes with|; what else would go with) (?:them|these people)(?: no file tells)?"),
    ("without-cut-off", "(?:{n} (?:people|person)|Somebody) who stays? would be cut off from the rest"),
    ("without-apart", "{p} of pairs would not reach one another, {before:p} today"),
    ("context", "Groups of fewer than {n} people are not looked at"),
    ("pair-few", "One of the two has fewer than {n} people, or stands beside a group that has: not shown"),
    ("show-few", "{name} has fewer than {n} people, or stands beside a group that has: nothing of it is shown"),
    ("context", "{name} is not shown: with it the links of few people could be worked out"),
    ("context", "Of all ties on record {p} lead from one <noun> to another: here only those count that --kind or --confirmed keeps"),
    # show
    ("show-basis", r"{name} · {n} (?:people|person) · (?:{p} (?:of the {of:n} on record as asked )?answered|all {asked:n} on record as asked answered|who answered is not recorded)"),
    ("show-bridging", "(?:{n} of its {all:n} people|All {every:n} of its people|Its one person) ha(?:s|ve) ties (?P<where>outside it|with (?:other )?<nouns>)(?:: (?P<roles>.+))?"),
    ("show-none-outside", "Nobody in it has a recorded tie (?P<where>outside it|with (?:other )?<nouns>)"),
    ("show-ungrouped", "(?:All )?{n} of its people also ha(?:s|ve) ties with colleagues who cannot be placed in one <noun>, which count neither as inside nor as outside"),
    ("show-held", r"Every tie to (?:other )?<nouns> is held by one person(?: in (?P<home>.+?))? \({n} ties? in all\)"),
    ("show-only-through", "It is tied to the rest of the trust only through {name}"),
    ("show-no-tie", "It has no recorded tie to any (?:other )?<noun>"),
    ("show-absent", "No tie, though chance would give some, with {names}"),
    ("show-stands", "Stands for: (?P<what>.+)"),
    ("show-no-stand", "What it stands for is (?:left empty in teams.csv|not recorded: add the column objective to teams.csv)"),
    ("context", "(?:Led by|Asks:|Is asked:|Answers for:|Offers help with|Nearest for) {any}"),
    ("show-knows", "Knows above all (?P<topics>.+)"),
    ("show-alone", "Known to one person alone(?: here)?: {names}"),
    ("show-seeks", "Would like to know {names}"),
    ("show-nobody-knows", "Nobody here has listed {names}, though a group of this size would have two who have"),
    # compare
    ("compare", r"From {d} to {to:d}: {begun:n} ties? begun, {ended:n} ended, {kept:n} kept(?: \(stability {f}\))?"),
    ("compare-part", r"From {d} to {to:d}: (?:{begun:n} ties? begun(?: as people came)?, )?(?:{ended:n} ties? ended(?: as people left)?, )?{kept:n} kept; no tie is recorded as .+ can be told|From .+; no tie is recorded as .+ cannot be told"),
    ("context", r"No change in the share of ties that lead out that these data could show \(.+\)|The share of ties that lead out (?:rose|fell) by .+ points \(.+\)"),
    ("context", "Whether more ties lead out than on the first day cannot be said: .+"),
    ("compare-no-due", "No review fell due"),
    ("compare-due", "{n} reviews? fell due: {names}"),
    # local
    ("local", "{name}: {n} (?:people|person) in {schools:n} schools?, {inside:n} ties? among them and {out:n} to the rest of the trust(?:; {unplaced:n} more are with people who cannot be placed in one school)?"),
    ("local-few", "{name}: {n} (?:people|person) in {schools:n} schools?"),
    ("local-untold", "How its schools work with one another is not shown: of so few it would tell what is not shown between two of them"),
    ("local-red", "{n} partnerships?, {red:n} of them red"),
    # teams
    ("teams", "{n} teams? and {groups:n} working groups?; (?:{span:n} spans? more than one school|(?P<unspanned>which schools they span is not recorded))"),
    ("teams-never", "In no group across the trust: {names}"),
    ("teams-none-across", "No group across the trust is on record: add members to collaborations.csv, or a team without a school to teams.csv"),
    ("teams-all", "Every school(?P<part> that may be shown)? has somebody in a group across the trust"),
    ("teams-unled", "{n} teams? (?:has|have) no lead recorded"),
    ("teams-silent", "{n} of {all:n} teams? presented at no event"),
    ("teams-networks", "The {n} network or working group(?: that may be shown)?(?P<told> (?:says|does not say|has) .+)"),
    ("teams-networks", "Of {n} (?:network or working group|networks and working groups)(?: that may be shown)?(?:, (?P<told>.+))?"),
    ("context", "Which schools have somebody in a group across the trust is not told: none may be shown"),
    ("context", "{n} (?:network or working group|networks and working groups)(?: that may be shown)?|No file says (?:who leads them|how it will be known).+"),
    ("teams-echo", r"Same people, same views\?(?: {any})?|More alike and more closed than chance makes a team its size: {any}|Of the {n} teams? that can be judged \(five people or more, all of one school at least twice as large\), none is both more alike in role and more closed in its contacts than chance makes a team its size"),
    # purpose
    ("purpose", "Of {n} ties? and groups? under way, (?:{p} name a goal)?(?: and )?(?:{effect:p} have a recorded effect)?"),
    ("purpose-untold", "(?P<under>{n} ties? and groups? under way)|No row of collaborations.csv has (?P<what>.+), so more cannot be told|(?P<kinds>What kind of work it is cannot be told: no row of collaborations.csv says so) \\(kind, purpose\\)"),
    ("purpose-sorts", r"(?:Of the {of:n} that say what they are, )?{p} are strategic \(planning, projects, coaching\), {operational:p} operational \(updates, referrals, contact\), {unsorted:p} cannot be sorted from their words"),
    ("purpose-few-kinds", r"Only {of:n} of {all:n} says? what kind of work it is \(kind, purpose\): too few to sort"),
    ("purpose-kinds-unsaid", "What kind of work it is cannot be told: no work under way says so \\(kind, purpose\\)"),
    ("purpose-twice", "The same may be done twice in {n} of {all:n} cases? where two schools of one phase work on one purpose: begin with (?P<what>.+) at {a:name} and {b:name}"),
    ("purpose-not-twice", "No two schools of one phase have joint work of their own on the same purpose|Schools of one phase that work on the same purpose have ties or groups in common over it"),
    ("purpose-twice-unknown", "Whether the same is done twice cannot be told without the columns? (?P<columns>.+)"),
    ("purpose-ways", "Work between schools is most often (?P<kind>.+): {n} of {all:n} ties? and groups? that join schools and say of what kind they are"),
    ("purpose-few-ways", "Too little work joins schools to say which way carries it: {n} ties and groups are needed"),
    ("purpose-no-way", "No work that says of what kind it is joins two schools"),
    ("purpose-one-way", r"One way alone leads out of {names}"),
    ("purpose-formal", "(?=Formal|Informal)(?:Formal work joins schools in {p} of {n} cases?)?(?:(?:, informal in |Informal work joins schools in ){informal:p} of {inn:n} cases?)?"),
    ("purpose-none", "No work is under way in the period"),
    # events
    ("events", r"{p} of (?:the )?{n} events?(?: that says? so \(of {all:n}\))? were planned(?:, {not:n} (?:was|were) not)?"),
    ("events-unread", "{n} events?"),
    ("events-unasked", "{n} events?; whether they were planned no file says: add the column planned to events.csv"),
    ("events-notice", "Of {n} events? with a day on which people were asked, {short:n} (?:was|were) called less than a week before"),
    ("events-notice-unknown", r"How short the notice was cannot be told: events.csv has no day on which people were asked \(called\)"),
    ("events-least", "Least planned: {name}, {n} of {all:n} events?"),
    ("events-met", "{n} (?:people|person) met at them, {pairs:n} pairs? in all, (?:{p}|-) of those possible"),
    ("context", "Who met whom: at events of up to {n} people, as few would talk to one another where there are more; (?:none has|{n2:n} ha(?:s|ve)) more than {n3:n} people"),
    ("events-away", "(?P<who>[^.]+?) (?:is|are) recorded as having been away, and not counted"),
    ("events-unsure", "Whether (?P<who>[^.]+?) came is not recorded or could not be read \\(attendance.csv\\): counted neither as there nor as away"),
    ("events-nobody", r"Who met at them is not recorded: add attendance.csv \(event, person\)"),
    ("events-diverge", "{name} is rated (?:{f} of 4|low|high) for reliability, (?:but|and yet) did {p} of what was expected of it"),
    # match, prospects, evidence
    ("match-best", "{a:name} and {b:name} would gain most from one another(?:: each has what the other looks for)?"),
    ("match-best", "{a:name} would gain most from {b:name}"),
    ("match-best", "{n} pairs of schools would gain equally much, among them {a:name} and {b:name}"),
    ("match-none", "No school(?: that may be shown)? offers or knows, by what is recorded, what another looks for"),
    ("match-nothing", "Nothing says what schools look for or can give: add .+"),
    ("match-neighbours", "{n} pairs? of neighbouring schools of one phase(?P<part> that may be shown)?, of {all:n} that can be judged, ha(?:s|ve) at most two thirds of the ties that chance would give, first {a:name} and {b:name}"),
    ("match-neighbours-unknown", "Whether neighbouring schools of one phase keep apart cannot be said: it takes schools with a hub and a phase on record, and people who were asked about other schools"),
    ("match-no-two", "No two schools of one phase share a hub, so there are no neighbours that might keep apart"),
    ("match-no-neighbours", "No pair of neighbouring schools of one phase(?P<part> that may be shown)?, of {all:n} that can be judged, has as few as two thirds of the ties that chance would give"),
    ("match-few-neighbours", r"Whether neighbouring schools of one phase keep apart cannot be said: (?:(?P<unshown>no two of them may be shown)|{n} pairs? ha(?:s|ve) too few ties by chance \(under five\) or too few answers)"),
    ("context", r"{n} more pairs? ha(?:s|ve) too few ties by chance \(under five\) or too few answers to say"),
    ("prospects", '{n} match(?:es)? between what is looked for here and what partners offer; first {name} for "{any}"'),
    ("context", "What partners could help with cannot be told without {any}"),
    ("prospects-present", "{n} partners? offers? what is looked for here and (?:is a partner|are partners) of that side already, first {name} for \"(?P<wish>.+)\"; no other partner's mission or offers meet an open need, a wish of a school or a goal"),
    ("prospects-none", "No partner's mission or offers meet an open need, a wish of a school or a goal"),
    ("evidence", "{n} statements?: {hold:n} holds?, {short:n} falls? short, {unknown:n} cannot be told from the files"),
    ("no-file", r"There is no (?P<file>\w+\.csv)(?:, so nothing can be said of partnerships)?"),
    ("context", r"`?weft init`? shows its columns"),
    ("no-partner-named", "No file names a partner: add partners.csv and ties with partners"),
    ("no-team-named", "No file names a team or a working group: .+"),
    # gaps
    ("gaps-island", "{name} is led in {n} (?:<nouns>|<noun>)(?P<how>.+)"),
    ("gaps-demand", "{name}: {n} seeks? it(?:, (?:(?P<nobody>nobody)|{helpers:n}) offers? help|; (?P<unsaid>who offers help is not recorded))"),
]

CONTEXT = {"context", "sampling", "sureness-context"}


def _filled(words, ones, manys):
    words = words.replace("<nouns>", "(?:" + "|".join(manys) + ")").replace("<noun>", "(?:" + "|".join(ones) + ")")

    def shape(found):
        name, _, kind = found.group(1).rpartition(":")
        kind = kind or found.group(1)
        return f"(?P<{name or kind}>{SHAPES[kind]})" if kind in SHAPES else found.group(0)
    seen = set()

    def once(found):
        text = shape(found)
        group = re.match(r"\(\?P<(\w+)>", text)
        if group and group.group(1) in seen:
            return text.replace(f"?P<{group.group(1)}>", "?:", 1)
        if group:
            seen.add(group.group(1))
        return text
    return re.sub(r"\{([a-z0-9]+(?::[a-z]+)?)\}", once, words)


def compile_for(patterns, ones, manys):
    """Patterns with the nouns of a workspace's boundaries, longest first."""
    ones, manys = ([re.escape(w) for w in sorted(set(ws), key=len, reverse=True)] for ws in (ones, manys))
    return [(kind, re.compile("(?:" + _filled(words, ones, manys) + r")\.?", re.I)) for kind, words in patterns]


def number(text):
    """A number in figures or words."""
    text = text.lower().replace(",", "")
    if text in {"none", "neither"}:
        return 0
    if text == "both":
        return 2
    return NUMBER_WORDS.index(text) if text in NUMBER_WORDS else int(text)


def share(text):
    """A percentage as printed: what is under 1% as 0, what is over 99% as 100."""
    return {"u": 0, "o": 100}.get(text[0].lower()) if text[0].isalpha() else int(re.match(r"\d+", text).group())


def listed(text):
    """The items of "a, b and c", or of "a, b or c"."""
    head, _, tail = re.sub(r" or (?!.* (?:and|or) )", " and ", text).rpartition(" and ")
    items = [i for i in head.split(", ")] if head else []
    return [i.strip() for i in items + [tail] if i.strip()]


def split(text):
    """The sentences of a paragraph."""
    return [s.strip() for s in re.split(r"(?<=[.?!])(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)\s+(?=[A-Z\"'(`0-9]|\w+\.csv)", text.strip()) if s.strip()]
