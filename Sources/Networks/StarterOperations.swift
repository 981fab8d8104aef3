extension TopicTree {
  /// Running schools, and the programs they run on.
  static let operationsLines = """
    Operations = business operations; support services; school business management
    Finance < Operations = budget; budgeting; budgets; ICFP; integrated curriculum and financial planning; school finance; accounting; accounts; finances; financial management; financial planning; management accounts; purchase ledger; financial forecasts; school funding; expenses; petty cash ~ balance books; overspent; money short; deficit; balance budget; funding cuts; run out money; spend/spending money; save money; invoice/invoices; claim expenses; bank account; forecast; reserves; costs; cheaper; credit card; deficit recovery; cost saving; debts owed; overspend/underspend; money left spend; cost/costs supply/trip/agency; pay/paying/paid invoice/supplier/bill/bills; mileage claim/back
    Payroll < Finance = pay; salaries; wages; paying staff; TLR; TLRs; SEN allowance; overtime ~ pay/paying staff wages; paid wrong; payslip; pay/payslip wrong/late/question/missing/less; pay scale/rise/increment/grade; overtime paid/pay/claim; not paid
    Pensions < Payroll = pension scheme; teachers' pensions; LGPS
    Procurement < Finance = purchasing; contracts; tendering; tenders; suppliers; buying; value for money; purchase orders; PO numbers; skip hire; plant hire ~ order/ordering suppliers; buy/buying supplies; best price; invoices suppliers
    Capital projects < Estates = building projects; capital bids; condition improvement fund; CIF; school condition allocation; new buildings; new building
    Gift Aid < Finance
    Bid writing < Finance = grants; fundraising; income generation; grant applications; funding bids; applying for grants; raise money ~ apply/applying grant/funding; raise/raising money; lottery funding
    Audit < Finance = internal audit; external audit; internal scrutiny
    Charging < Finance = cashless payments; school fund; parents' payments; parent payments; online payments ~ parent pay/paying/paid/owe/owes online/dinner/dinners/trip/trips/club
    VAT < Finance = tax
    Lettings < Estates = hiring out the hall; community lettings; room hire; hall hire; hiring out the sports hall; hire of premises ~ hire hall/room/rooms/pitch; hire/hiring/rent/renting/let/letting hall/room/rooms/pitch/gym/field/school; slimming/karate/church club/group hall
    Estates < Operations = premises; facilities; school buildings; building maintenance; caretaking; site management; grounds; repairs; maintenance; refurbishment; decorating; contractors; pest control; school grounds; buildings; school building ~ roof leak/leaking; boiler broken; heating broken; broken window; leak; damp; plumbing; toilets blocked; fix building; locks doors; door hinges/handle; classroom cold; sockets; lights flickering; no heating; heating packed/stopped/failed/off; paint classroom walls; car park; fence broken; fence/wall/gate/tree/ceiling/tiles/gutter/guttering/path/drain/floor blown/fallen/fell/falling/collapsed/down/broken/damaged/hole/cracked/loose; flood/flooded/flooding classroom/hall/corridor/kitchen/toilets; power cut; rats; wasps; mould/mouldy; gritting; snow/ice path/paths/playground/ground; litter; bins; furniture broken/move; carpet; lost keys; smashed/smash window/windows/glass; broken lock/locks/window/door/toilet; repair/repairs/repaired; playground surface/equipment broken; leaks; boiler cutting/cuts/stopped/noisy/broken; toilet/toilets/sink/sinks/tap/taps/radiator/radiators broken/blocked/leaking/leaks/dripping/overflowing/flooded; roof/ceiling water/drip/dripping/leaks; radiator/radiators/heater/boiler cold/off/noisy/banging; door/doors/gate/window stuck/jammed/squeaking/handle; light/lights bulb/bulbs/broken/flickering; water brown/cold/hot no/not/off; gas leak/smell; smell/smells drain/drains/toilets/damp; shelf/shelves/blind/blinds/noticeboard/whiteboard put/fix/broken/hang/fitted; move/moving desks/tables/cupboard/furniture; grass/hedge/trees/leaves cut/cutting/mow/sweep; mice/ants/mouse/pigeons classroom/kitchen/room/building/school; carpet/carpets/flooring/lino new/torn/quote/quotes/lifting/stained; classroom/room too hot/cold/stuffy; alarm goes/going/beeping/keeps; look/looks/looking after premises/grounds; keys gym/hall/gate/cupboard/shed; hole/holes wall/fence/ceiling/door/floor; pothole/potholes; lift broken/stuck
    Plumbing < Estates = plumber; pipework ~ toilets/toilet/sink/sinks/drain/drains blocked; leaking/dripping/leaky tap; burst pipe; water leak/leaking
    Heating < Estates = boilers; boiler; radiators ~ boiler broken; heating broken/packed/stopped/failed/off; no heating
    Electrical safety < Estates = electrics; electrical testing; fixed wire testing; EICR; portable appliance testing; PAT testing; electrician ~ sockets; lights flickering; lights not working
    Joinery < Estates = carpentry; carpenter; joiner ~ door hinges; door/doors stuck/hinges/handle; broken shelf/door
    Lifting equipment < Health and safety = LOLER; lift inspections ~ lift/hoist inspection
    Asbestos < Estates = asbestos management; asbestos register; asbestos survey; asbestos removal ~ remove/removing asbestos
    Reinforced concrete < Estates = RAAC; structural surveys; crumbly concrete ~ concrete ceiling/roof/crumbling
    Cleaning < Estates = cleaners; cleaning contract; caretakers and cleaners
    Energy < Sustainability = solar panels; heat pumps; energy efficiency ~ energy bills
    Legionella < Health and safety = water hygiene; legionnaires; legionnaires' disease; water testing; water safety checks ~ taps flush/flushing/temperature/temperatures
    Health and safety < Operations = H&S; risk assessment; risk assessments; COSHH; accident reporting; RIDDOR; working at height; health & safety; accident book ~ accident playground; slip trip; fell/fall/slipped/slip/tripped playground/stairs/ladder; accident/accidents staff/pupil; ladder/ladders; chemical/chemicals store; risk assess
    Fire safety < Health and safety = fire drills; fire risk assessment; fire warden; fire marshals; evacuation ~ fire drill; fire alarm
    Lockdown < Health and safety = lockdown procedures; emergency planning; critical incidents; bomb threats
    School security < Health and safety = CCTV; site security; visitor management; visitors; intruders; trespassers ~ intruder; trespasser; gates open/unlocked; visitors sign
    Sustainability < Operations = climate; climate change; net zero; eco-schools; climate action; recycling; carbon; environment; eco council; eco club; carbon footprint; green schools; biodiversity ~ waste less; save energy
    Catering < Operations = school meals; school food; school kitchens; lunches; kitchen; packed lunches; menus; kitchens; school dinners; school lunches; hot meals ~ dinners; halal food/meals; vegetarian meals; menu; menu/kitchen/dinners/dinner/food allergy/allergies/allergens; dinner hall queue; packed lunch
    Free school meals < Catering = FSM
    Transport < Operations = school travel; school buses; home to school transport; school transport; school run; parking; school crossing patrol; crossing patrol; lollipop lady; lollipop man; taxis
    Minibus driving < Transport = minibus; minibuses; minibus driver; D1; minibus permits; D1 licence; MiDAS ~ drive/driving minibus; drive/driving school bus
    HR < Operations = human resources; personnel; employment law; casework; HR policies; employee relations; contracts of employment; settlement agreements; probation; fixed-term contracts; notice period; job descriptions and contracts ~ pregnant; off sick; long-term sick; maternity leave; staff leave; sick leave; sickness absence; grievance; staff member upset contract; dismiss/sack staff; resign; contract/contracts staff; temporary contract; zero hours; compassionate leave; jury service; retire/retiring/retirement; staff dispute; teachers fall out; underperforming/incompetent staff/teacher; sick pay; contract question/change/hours; holiday/leave entitlement; time off appointment/wedding/dependants/funeral/family; reduce/drop hours; staff member complaint/problem/late/underperforming/difficult/off; staff/colleague bullied/bullying/harassed; hand/handing notice; staff/colleagues/teachers not get/getting; staff/teacher/colleague quit/quits/quitting/resigning/resigned/walked; want/wants quit; clash/clashes/feud staff/colleagues; phone/phones/phoning/phoned/ring/rings/ringing/rang/call/calls/calling/called in sick
    Maternity and paternity < HR = maternity; maternity leave; paternity leave; parental leave; pregnancy; pregnant ~ expecting baby
    Redundancy < HR = redundancies; restructuring; restructure; redundant
    TUPE < HR = staff transfer; transfer of undertakings ~ staff moving new contracts; staff transfer trust
    Absence management < HR = staff absence; staff sickness; return to work interviews ~ teacher/teachers/colleague off/ill/sick/absent; staff off/ill/absent; return work interview; fit note; sick note
    Disciplinary procedures < HR = disciplinary; grievances; grievance; investigations
    Trade unions < HR = unions; industrial action; strikes
    Recruitment < HR = hiring; retention; staff recruitment; recruitment and retention; talent management; succession planning; shortlisting; job descriptions; interview questions ~ job advert/adverts; advert teacher; write/place advert; advertising jobs; advert; advertise job/post; interview candidates; fill vacancies; vacancy; cannot find teachers; recruit; appoint/appointing/hire/hiring/recruit/recruiting teacher/teachers/staff/TA/head/assistant/leader/cleaner; shortlist; interview panel/questions; job description; fill post/posts; new job post
    Safer recruitment < Recruitment = DBS; single central record; SCR; DBS checks; pre-employment checks; references
    Staff wellbeing < HR = workload; occupational health; staff mental health; teacher workload; work-life balance; staff morale; staff burnout ~ staff stressed; burnout; burn-out; exhausted staff; teachers leaving; staff/teacher/teachers/colleague stress/stressed/tired/morale/overworked/anxious/exhausted; off stress; signed off; gone off; weekends working; staff/teacher/teachers/colleague crying/tears; teacher/teachers/staff not cope/coping
    Menopause < Staff wellbeing
    Staff induction < HR = onboarding; new staff induction
    Data analysis < Operations = data; data reporting; performance data; school data; statistics; data management; tracking pupil progress; data dashboards; progress 8; predicted grades; target setting; results analysis; pivot tables; value added; attainment 8; A8; P8; ASP data; analyse school performance; performance tables; league tables ~ spreadsheets; dashboards; charts results; crunch numbers; results analysis; make sense numbers/data; results tell/telling/mean/compare/comparing/understand/showing; formulas; VLOOKUP; grades data; compare schools/groups results; results dropped/drop/fallen/fell/down/dip/dipped/worse; outcomes/grades dropped/fallen/fell/dipped/worse; progress/attainment figures/scores/numbers/measures; read/understand figures/graph/graphs/chart/charts/tables; spreadsheet formula/formulas/help
    School census < Data analysis = census; data returns; workforce census
    Management information systems < Data analysis = MIS; management information; school information system
    Data protection < Operations = GDPR; UK GDPR; privacy; DPO; freedom of information; FOI; data breaches; subject access requests; SAR; data breach ~ emailed wrong person; keep records how long; personal data; lost/stolen laptop/memory data; request/requested data/information; emailed/sent wrong person/parent/address; photo/photos consent/permission
    Records management < Data protection = archiving; retention schedule; filing
    Copyright < Data protection = licensing; copyright licences
    Admissions < Operations = school admissions; admission appeals; appeals; in-year admissions; oversubscription; pupil places; falling rolls; pupil numbers; waiting lists; in-year places; in-year place ~ wants/want place school; place mid-year; move child into school mid-year; place school apply; fill places
    IT systems < Operations = IT support; IT infrastructure; network management; servers; wifi; broadband; IT services; networks and servers; printers; photocopiers; photocopier; internet; network problems; IT helpdesk; computer network; computers network; school network ~ photocopier/copier jammed/broken; internet slow/dropping/drops; computer broken; printer; password reset; internet down; wifi slow; laptops working; projector; interactive whiteboard; laptop/laptops broken/slow/login/charge/charging; login; screen frozen/broken/black/blank; smartboard; whiteboard working/broken; wifi; network down; tablets broken; computers slow/frozen/down/crash; forgotten password; password; not log/logging; board/smartboard/screen not work/working; laptop/laptops/computer/computers/printer/wifi/email/emails not work/working/connect/print
    Cyber security < IT systems = cybersecurity; ransomware; hacking; phishing ~ hacked; scam email; virus computer; clicked link; suspicious email/link; email scam; account hacked
    Filtering and monitoring < IT systems = web filtering; internet filtering
    Communications < Operations = marketing; PR; public relations; newsletters; press; media relations; school website; website; branding; prospectus; websites; press releases; social media and press ~ help website; update website; newspaper; open day; leaflet/flyer; publicise; logo; newsletter; letter home; local paper; website out date; press release; reporter; journalist
    Social media < Communications = Facebook; Instagram; Twitter ~ Facebook page; social media posts; post online school
    Photography and video < Communications = video production; filming
    Complaints < Operations = complaint handling; parental complaints ~ complain; complaining parent; furious/unhappy/abusive/aggressive parent/parents/mum/dad/carer; parent complaint
    Risk management < Operations = risk register; insurance; risk protection arrangement; RPA
    Business continuity < Risk management = disaster recovery
    Administration < Operations = office management; school office; front office; reception desk; admin; minute taking
    Examinations administration < Exams = exams administration
    Educational visits < Operations = school trips; school trip; EVC; residentials; residential trips; offsite visits; field trips; trip planning; school journeys; day trips; trip risk assessment; overnight trips ~ plan/organise trip; take class museum; coach museum; trip abroad; class to zoo; trip farm/beach/theatre/London/France/coast/gallery/zoo/museum; book/booking coach/trip
    Legal advice < Operations = legal; law; solicitor; education law
    Project bids < Bid writing
    """

  /// Programs that schools use, by the names people ask for them.
  static let softwareLines = """
    Software < IT systems = school software; apps
    Arbor < Management information systems
    SIMS < Management information systems
    Bromcom < Management information systems
    ScholarPack < Management information systems
    iSAMS < Management information systems
    CPOMS < Safeguarding
    MyConcern < Safeguarding
    ClassCharts < Behaviour = Class Charts
    ClassDojo < Parental engagement = Class Dojo
    ParentPay < Charging
    Tapestry < Early years = learning journals; online learning journal
    Seesaw < Digital learning
    Google Classroom < Digital learning = Google Workspace; Google for Education
    Microsoft Teams < Digital learning = Microsoft 365; Office 365; SharePoint; OneNote
    Show My Homework < Homework = Satchel One; Satchel
    Sparx < Mathematics = Sparx Maths; Sparx Reader
    Times Tables Rock Stars < Times tables = TTRS; TT Rockstars
    Numicon < Early number
    White Rose < Mathematics = White Rose Maths; WRM; White Rose Hub
    Accelerated Reader < Reading for pleasure = AR
    Read Write Inc < Phonics = RWI; RWInc; Ruth Miskin
    Little Wandle < Phonics = Little Wandle Letters and Sounds; LWLS
    Provision Map < Provision mapping = Edukey
    Power BI < Data analysis
    Excel < Data analysis = Microsoft Excel
    Python for data < Data analysis
    Inspection data summary < Data analysis = IDSR; inspection data summary report
    FFT Aspire < Data analysis = Fischer Family Trust; FFT
    Evolve < Educational visits
    PS Financials < Finance = IRIS Financials; Sage accounts
    Canva < Communications
    Kahoot < Digital learning = online quizzes
    """
}
