/// English first names and what people are called for short, to suggest whom a text may mean and never to decide it.
enum ShortNames {
  /// The other forms of a name in plain small letters: Susan, Susie and more for Sue.
  static func others(_ name: String) -> Set<String> { forms[name] ?? [] }

  /// A line a name: the full spellings and the short forms of it.
  private static let lines = """
    abigail abi abby abbie gail
    alan allan allen al
    albert bert al bertie
    alexander alex alec sandy xander sasha
    alexandra alex sandra lexi sasha ali
    alice ali allie
    alison allison ali ally
    alfred alf alfie fred
    amanda mandy manda
    andrew andy drew
    angela angie ange
    ann anne anna annie
    anthony antony tony
    antonia toni tonia
    archibald archie
    arthur art artie
    barbara barb babs barbie
    benjamin ben benny benji
    bernard bernie
    bernadette bernie
    beverley beverly bev
    bridget biddy bridie
    bradley brad
    caroline carolyn carrie caro caz
    catherine katherine katharine kathryn cathryn kathrin kate katie katy kath cath cathy kathy kitty kat
    charles charlie chas chuck
    charlotte charlie lottie lotte char
    christine christina chris chrissie chrissy tina
    christopher chris kit kris
    clifford cliff
    cynthia cindy
    daniel dan danny
    danielle dani danni
    david dave davey davy
    deborah debra deb debbie debs
    derek del
    dominic dom nic
    donald don donnie
    dorothy dot dottie dolly
    douglas doug dougie
    edward ed eddie ted teddy ned
    edmund ed eddie ted
    eleanor elinor ellie nell nora ella
    elizabeth elisabeth liz lizzie lizzy beth betty betsy bess eliza libby lisa elsie
    emily em emmy millie
    emma em
    emmanuel manny
    eugene gene
    felicity fliss flic
    florence flo florrie
    frances fran frankie franny
    francis frank frankie
    frederick fred freddie freddy
    gabriel gabe
    gabrielle gabby gabi
    geoffrey jeffrey geoff jeff
    george georgie
    georgina georgia georgie gina
    gerald gerard gerry jerry ged
    gillian jillian gill jill gilly
    graham graeme grahame
    gregory greg gregg
    gwendolen gwendoline gwen
    harold harry hal
    harriet hattie harry
    helen nell helena
    henry harry hal hank
    hilary hilly
    hugh hughie huw
    ian iain
    isabel isabelle isobel izzy bella issy
    jacob jake
    jacqueline jackie jacqui jacky
    james jim jimmy jamie jem
    jane janie jayne
    janet jan
    janice jan
    jasmine jas jaz
    jennifer jen jenny jenni jenna
    jessica jess jessie
    joan joanie
    joanna joanne jo joey
    john jack johnny jon
    jonathan jonathon jon jonny johnny
    joseph joe joey
    josephine jo josie
    joshua josh
    judith judy jude
    julia julie jules
    julian jules
    katrina trina kat
    kenneth ken kenny
    kimberley kimberly kim
    laurence lawrence larry laurie
    leonard len lenny leo
    lesley leslie les
    lillian lilian lil lily
    linda lynda lyn lindy
    louis lewis lou
    louise lou lulu
    lucinda lucy cindy
    lynne lynn lyn linda
    madeleine madeline maddie maddy
    malcolm mal
    margaret maggie marge peggy meg margie madge rita greta
    marjorie marge
    mark marcus marc
    martin marty
    mary molly polly may
    matilda tilly tilda
    matthew mathew matt matty
    maureen mo
    maurice morris mo
    maxwell maximilian maxine max
    melanie mel
    melissa mel lissa
    michael mike mick micky mickey mikey
    michelle shell shelly
    mohammed muhammad mohamed mohammad muhammed mo
    natalie nat nattie
    natasha tasha nat
    nathan nathaniel nat nate
    nicholas nicolas nick nicky nic
    nicola nicole nicky nikki nic
    nigel nige
    norman norm
    oliver olly ollie
    olivia liv livvy
    oluwaseun seun
    pamela pam
    patricia pat trish patty tricia patsy
    patrick pat paddy
    penelope penny pen
    peter pete
    philip phillip phil pip
    philippa phillipa pippa pip
    prudence pru
    rachel rachael rach
    raymond ray
    rebecca rebekah becky becca bex becks
    reginald reg reggie
    richard rich rick dick ricky richie
    robert rob bob bobby robbie bert
    roberta bobbie
    roderick rod
    rodney rod
    roger rog
    ronald ron ronnie
    rosemary rosie rose romy
    rosalind roz ros
    russell russ
    samantha sam sammy
    samuel sam sammy
    sandra sandy
    sarah sara sally sadie
    sebastian seb
    siobhan shiv
    simon si
    stanley stan
    stephanie steph steff
    stephen steven steve stevie ste
    stuart stewart stu
    susan susannah suzanne susanna sue susie suzie suzy
    sylvia syl
    tabitha tabby
    terence terrence terry tel
    teresa theresa terry tess tessa
    theodore theo ted teddy
    thomas tom tommy
    timothy tim timmy
    tobias toby
    valerie val
    veronica ronnie vera
    victor vic
    victoria vicky vikki tori vic vicki
    vincent vince vinny
    virginia ginny
    walter wally walt
    wilfred wilf
    william bill will billy willy liam
    winifred win winnie
    yvonne von
    zachary zac zack
    """

  private static let forms: [String: Set<String>] = {
    var forms: [String: Set<String>] = [:]
    for line in lines.split(separator: "\n") {
      let names = line.split(separator: " ").map(String.init)
      for name in names {
        forms[name, default: []].formUnion(names.filter { $0 != name })
      }
    }
    return forms
  }()
}
