import Networks

extension ProblemCode {
  /// What was found.
  ///
  /// `value` is quoted and escaped; `detail` is what the reader of the file knew besides.
  func message(value: String, detail: String) -> String {
    switch self {
    case .emptyFile: "the file is empty."
    case .headerOnly: "there are no rows under the header."
    case .notATable: "this is \(detail), not a CSV file."
    case .utf16WithoutMark: "this looks like UTF-16 without its mark, which cannot be read safely."
    case .largeUTF16:
      "the file is UTF-16 and has \(detail); UTF-16 is read up to \(inBytes(Limits.utf16))."
    case .brokenUTF16: "the UTF-16 text breaks at byte \(detail) (half of a surrogate pair)."
    case .missingColumn: "there is no column \(detail)."
    case .missingHeading: "there is no heading \(value), which was named by hand."
    case .repeatedColumn: "the heading \(value) stands twice."
    case .repeatedAttribute:
      "the heading \(value) stands twice; only the first such column was read."
    case .usDates: "every date fits only the American order, such as \(value)."
    case .tooManyColumns: "there are \(detail) columns; only the first \(Limits.columns) are read."
    case .mostlyUnusable: "\(detail) could not be used."
    case .specialCategory:
      "\(value) looks like a person's \(detail), which Weft does not hold; the column was not read."
    case .unnamedColumn: "the column has cells and no heading; it was not read."
    case .unusedFile: "the file was not read, because \(detail) stands for the same table."
    case .ignoredFile: "the file was not read: its name is that of no table."
    case .macRoman: "the text is Mac Roman, not UTF-8; it was read as such."
    case .savedTwice: "the text was saved as UTF-8 twice; it was read as what it was."
    case .columnBeside:
      "\(value) was not read as \(detail.before), which \(shown(detail.after)) is; it was kept as a further column."
    case .windows1252: "the text is Windows-1252, not UTF-8; it was read as such."
    case .utf16: "the text is UTF-16; it was read as such."
    case .delimiterGuessed: "columns are parted by \(detail)."
    case .mixedLineEnds: "lines end in several ways (\(detail))."
    case .preamble: "\(detail) above the header not read."
    case .instructionRow: "the row explains the columns and is not data; it was not read."
    case .repeatedHeader: "the row repeats the headings; it was not read."
    case .totalsRow: "the row is a total and not data; it was not read."
    case .footerRow: "the row is a line about the table and not data; it was not read."
    case .blankRows: "\(detail) without any content; not counted."
    case .sylk: "the file begins with ID in capitals, which Excel takes for another format."
    case .rankColumn:
      "\(value) looks like a rank, where 1 is strongest; it was not read as a strength."
    case .strengthHint: "\(value) holds a number in every row and was not read as a strength."
    case .namesFromIds: "there is no name column; people are called by their ids."
    case .idsFromNames: "there is no id column; names serve as ids."
    case .unclosedQuote: "a quote is opened and never closed."
    case .textAfterQuote: "text follows a closing quote."
    case .quoteInCell: "a quote stands inside a cell that does not begin with one; it was kept."
    case .longRow: "the row has \(detail)."
    case .shortRow: "the row has \(detail); the rest count as empty."
    case .longCell: "the cell is longer than \(counted(Limits.cell)) bytes."
    case .damagedText: "the text breaks at byte \(detail): neither UTF-8 nor Windows-1252."
    case .mixedEncoding: "the row is not UTF-8 like the rest; it was read as Windows-1252."
    case .nulCharacter: "the row holds a NUL character at byte \(detail)."
    case .controlCharacter: "\(value) holds a control character, \(detail), which was left out."
    case .invisibleCharacter:
      "\(value) holds an invisible character, \(detail), which was left out."
    case .stackedMarks:
      "\(value) has more marks on one letter than can be read (\(detail)); the first \(UnseenScan.marksAtMost) were kept."
    case .missingValue:
      !value.isEmpty
        ? "\(value) stands for nothing, and \(detail) is needed."
        : "the cell is empty, and \(detail) is needed."
    case .duplicateId:
      detail.isEmpty
        ? "the id \(value) stands in several rows that differ; the fullest row counts."
        : "\(value) stands more than once for \(detail), in rows that differ; the fullest row counts."
    case .duplicateRow: "\(detail) the same as an earlier one, cell for cell; counted once."
    case .scientificId:
      "\(value) is a long number that a spreadsheet has rounded.\(detail.isEmpty ? "" : " Did you mean \(detail)?")"
    case .apostropheId: "\(value) begins with a spreadsheet's apostrophe, which was left out."
    case .longId: "the id is longer than 200 characters."
    case .formula:
      "\(value) is a spreadsheet formula, which is never run; the cell counts as empty."
    case .formulaId:
      "\(value) is a spreadsheet formula, which is never run, and \(detail) is needed."
    case .textGuard:
      "\(detail) a text that a spreadsheet was told to keep, as in =\"001\"; it was read as 001."
    case .excelError: "\(value) is a spreadsheet error; the cell counts as empty."
    case .pupilNumber:
      "the cell is shaped like a unique pupil number, and Weft holds no pupil data."
    case .unreadableDate: "\(value) is not a date; the cell counts as empty."
    case .noSuchDay: "there is no such day as \(value); the cell counts as empty."
    case .twoDigitYear: "\(value) has a year of two digits; it was read as \(detail)."
    case .serialDate: "\(value) is a spreadsheet's day number; it was read as \(detail)."
    case .monthDate: "\(value) names no day; it was read as \(detail)."
    case .futureDate: "\(value) lies in the future."
    case .endBeforeStart: "\(value) is before the start, \(detail); the end counts as empty."
    case .unreadableNumber: "\(value) is not a number."
    case .decimalComma: "\(value) has a decimal comma; it was read as \(detail)."
    case .groupedNumber: "\(value) has a comma between thousands; it was read as \(detail)."
    case .openFrequency:
      "\(value) does not say whether they work together now; it counts as a tie."
    case .unreadStrength: "\(value) is not a number; the tie counts, its strength as not given."
    case .notPositive: "\(value) is no strength: a tie's strength is more than 0."
    case .numberTooLarge: "\(value) is larger than a number can be here, 1,000,000,000,000."
    case .numberTooSmall: "\(value) is smaller than a number can be here, 0.000000000001."
    case .unknownDepth: "\(value) is not a depth; it counts as not given."
    case .unknownDirection: "\(value) is not a direction; it counts as not given."
    case .unknownWord: "\(value) is not one of the words for \(detail)."
    case .unknownVisibility: "\(value) is not a visibility; the person is \(detail), to be safe."
    case .misspeltVisibility:
      "the heading \(value) is most likely visibility, and was read as that to be safe."
    case .notYesOrNo: "\(value) is neither yes nor no; the cell counts as empty."
    case .unknownMember:
      "\(value) is in none of the files.\(detail.isEmpty ? "" : " Did you mean \(detail)?")"
    case .unknownInGroup:
      "\(value) is in none of the files; the group counts without.\(detail.isEmpty ? "" : " Did you mean \(detail)?")"
    case .unknownInList:
      "\(value) is in none of the files; the others in the cell count.\(detail.isEmpty ? "" : " Did you mean \(detail)?")"
    case .ambiguousInList: "\(value) is the name of several; the others in the cell count."
    case .changedId:
      "\(value) is in none of the files. Did you mean \(detail)? A spreadsheet drops zeros from the front of numbers."
    case .ambiguousSchool: "\(value) is the name of several schools, \(detail)."
    case .closedSchool:
      "\(detail) \(detail.contains(" and ") ? "have" : "has") closed, and people are placed there."
    case .unknownSchool:
      "there is no school \(value).\(detail.isEmpty ? "" : " Did you mean \(detail)?")"
    case .unknownTeam:
      "there is no team \(value).\(detail.isEmpty ? "" : " Did you mean \(detail)?")"
    case .unknownLead:
      "there is no person \(value).\(detail.isEmpty ? "" : " Did you mean \(detail)?")"
    case .idClash: "\(value) is the id of \(detail)."
    case .matchedByName: "\(detail) by name, not by id."
    case .matchedByColumn: "\(detail) by the column \(value), not by id."
    case .likelyName:
      detail.isEmpty
        ? "\(value) was read as the one person it can mean."
        : "\(value) was read as \(detail), whom alone it can mean."
    case .ambiguousName:
      "\(value) is the name of several \(detail.isEmpty ? "people" : "partners, \(detail)")."
    case .selfTie: "\(value) is tied to itself."
    case .loneMember: "a working group of \(detail) ties nobody."
    case .repeatedMember: "\(value) stands twice in one working group; counted once."
    case .bothEndsAndMembers: "the row has both members and a from or to."
    case .excludedPerson: "\(detail) left out because somebody asked to be."
    case .madeFromNames:
      "\(detail) named here and not described in a file of their own; made from the names."
    case .sameEmail: "\(value) is also the address in row \(detail)."
    case .sameName: "\(value) in the same school is also the name in row \(detail)."
    case .similarName: "\(value) is close to the name in row \(detail) of the same school."
    case .similarGroup: "\(value) is close to \(detail); they count as two."
    case .notAPerson: "\(value) is a team, school or partner; only people have expertise."
    case .unknownTopic:
      "there is no topic \(value)."
    case .unknownTopicInList:
      "there is no topic \(value); it was left out."
    case .unknownLevel: "\(value) is not a level; it counts as not given."
    case .manyTopics: "\(value) has \(detail); so many say little of what one person knows."
    case .topicCycle:
      detail.isEmpty
        ? "\(value) is its own broader topic; it stands alone."
        : "\(value) is its own broader topic by way of \(detail); it stands alone."
    case .sharedSynonym: "\(value) stands for two topics, \(detail.replacing("; ", with: " and "))."
    case .noTie: "\(detail) never, none or 0: asked about, and no tie."
    case .noSkill:
      detail.hasSuffix("counted")
        ? "\(detail)." : "\(detail) that nothing is known of the topic; counted as no skill."
    case .leaverTies: "\(detail) of people who have left; not counted."
    case .bothDirections: "\(detail) listed in both directions; each pair counts once."
    case .maybeDirected:
      "\(detail) listed in both directions and the rest in one; ties were read as mutual."
    case .parallelTies: "\(detail) the same two people; merged by the rule \(value)."
    case .scaleZero:
      "nearly every pair of people has a row; the lowest code, \(value), may mean never."
    case .severalGroups:
      "\(detail) several groups, such as \(value); left out of figures by this column."
    case .noGroup: "\(detail) no value; left out of figures by this column."
    case .groupOfOne: "\(detail) one person alone; ranked nowhere."
    case .largeGroup: "\(detail) too large to tie its members in pairs; not turned into ties."
    case .unknownReference:
      "\(value) is in none of the files; the cell counts without.\(detail.isEmpty ? "" : " Did you mean \(detail)?")"
    case .schoolCycle:
      detail.isEmpty
        ? "\(value) became itself; the cell counts as empty."
        : "\(value) became itself by way of \(detail); none of these cells counts."
    case .unknownSuccessor:
      "no school of this file is \(value); it counts only beside files of another time that have it.\(detail.isEmpty ? "" : " Did you mean \(detail)?")"
    case .unknownEntry: "\(value) is not in \(detail)."
    case .unknownPartnership: "there is no partnership of \(value) in partnerships.csv."
    case .unknownSide: "\(value) is not a side."
    case .unknownScore: "\(value) is not a score: \(detail)."
    case .notANumber: "\(value) is not a number; the cell counts as empty."
    case .unusableNumber:
      "\(value) is out of range: a number lies between 0.000000000001 and 1,000,000,000,000 in size; the cell counts as empty."
    case .goalCycle: "the goal \(value) is part of itself; its parent counts as empty."
    case .repeatedRating:
      "\(detail) given twice by one rater on one day; counted once, the lower score."
    }
  }

  /// What to do about it, with an example where there is one.
  func fix(value: String, detail: String) -> String {
    switch self {
    case .emptyFile: "Export the table again; `weft init` shows the columns."
    case .headerOnly: "Export the table with its rows."
    case .notATable: "In the spreadsheet, choose Save as and CSV UTF-8."
    case .utf16WithoutMark, .brokenUTF16, .largeUTF16: "Save the file as CSV UTF-8."
    case .missingColumn:
      "Add the column, or say which one it is, for example --column \(detail.firstWord)=HEADING."
    case .missingHeading: "Correct the name in --column or in weft.toml."
    case .repeatedColumn, .repeatedAttribute: "Rename or delete one of the two columns."
    case .usDates: "Write dates as 2026-11-22 or 22/11/2026."
    case .tooManyColumns: "Export only the columns you need."
    case .mostlyUnusable: "Mend the rows listed above; `weft check` shows them all."
    case .specialCategory: "Delete the column from the file."
    case .unnamedColumn: "Give the column a heading in row 1."
    case .unusedFile: "Delete or rename one of the two files."
    case .ignoredFile: detail
    case .columnBeside:
      "If it should be, add --column \(detail.before)=\(value) and rename the other column, or delete one of the two."
    case .windows1252, .utf16, .mixedEncoding, .macRoman, .savedTwice:
      "To be safe, save the file as CSV UTF-8."
    case .delimiterGuessed: "If that is wrong, say so with --delimiter."
    case .mixedLineEnds: "Nothing to do."
    case .preamble: "Nothing to do if the header was found; else delete the rows above it."
    case .instructionRow, .totalsRow, .footerRow, .repeatedHeader, .blankRows: "Nothing to do."
    case .sylk: "Nothing to do; write id in small letters to please Excel."
    case .rankColumn:
      "Turn the ranks round so that larger is stronger, then add --column strength=\(value)."
    case .strengthHint: "If it says how strong a tie is, add --column strength=\(value)."
    case .namesFromIds: "Add a column name if figures should carry names."
    case .idsFromNames: "Add a column id if two people may share a name."
    case .unclosedQuote: "Close the quote, or double quotes that belong to the text: \"\"."
    case .textAfterQuote: "Double quotes that belong to the text, as in \"The \"\"Hive\"\" team\"."
    case .quoteInCell: "Nothing to do if the quote belongs to the text."
    case .longRow: "Put cells that hold a comma in quotes, as in \"Smith, Jo\"."
    case .shortRow: "Check that no cell is missing."
    case .longCell: "Shorten the cell."
    case .damagedText: "Type the text again and save the file as CSV UTF-8."
    case .nulCharacter: "Delete the cell's content and type it again."
    case .controlCharacter, .invisibleCharacter, .stackedMarks:
      "Nothing to do; type the cell again to be rid of it."
    case .missingValue: "Fill in the cell, or delete the row."
    case .duplicateId:
      detail.isEmpty
        ? "Give each row an id of its own, or delete the one that is out of date."
        : "Keep one row, and delete the others."
    case .duplicateRow: "Nothing to do."
    case .scientificId: "Format the column as text before entering ids, and export again."
    case .apostropheId: "Nothing to do; format the column as text to be rid of it."
    case .longId: "Shorten the id."
    case .formula, .formulaId: "Replace the formula by its value."
    case .textGuard: "Nothing to do."
    case .excelError: "Mend the cell in the spreadsheet and export again."
    case .pupilNumber: "Remove pupils from the file."
    case .unreadableDate, .noSuchDay: "Write the date as 2026-11-22 or 22/11/2026."
    case .twoDigitYear, .serialDate, .monthDate:
      "Write the date in full, as 2026-11-22 or 22/11/2026."
    case .futureDate: "Check the year."
    case .endBeforeStart: "Check both dates."
    case .unreadableNumber: "Write a number such as 3 or 0.5."
    case .groupedNumber: "Nothing to do; 1200 is safer than 1,200."
    case .openFrequency:
      "Write how often they do, or never; a tie that has ended has its day in the column ended."
    case .unreadStrength:
      "Write a number such as 3 or 0.5, or name another column: --column strength=HEADING."
    case .decimalComma: "Nothing to do; a point is safer, as in 0.5."
    case .notPositive: "Leave the cell empty for strength 1, or delete the row if there is no tie."
    case .numberTooLarge, .numberTooSmall: "Check the number."
    case .unknownDepth:
      "Write 0 to 5 or one of: none, networking, cooperation, coordination, coalition, collaboration."
    case .unknownDirection: "Write mutual or directed."
    case .unknownWord:
      "Write one of: \((detail == "evidence" ? Evidence.allCases.map(\.rawValue) : Offer.allCases.map(\.rawValue)).joined(separator: ", "))."
    case .misspeltVisibility: "Correct the heading."
    case .unknownVisibility: "Write listed, hidden or excluded."
    case .notYesOrNo: "Write yes or no."
    case .changedId:
      "Format the column as text before the ids are typed or opened, and export again."
    case .ambiguousInList: "Write the person's id."
    case .ambiguousSchool: "Write the school's id, or its closing date in schools.csv."
    case .closedSchool: "Write the school's successor, if people work there today."
    case .unknownMember, .unknownInGroup, .unknownInList:
      "Correct the id, or add it to people.csv, teams.csv, schools.csv or partners.csv."
    case .unknownSchool: "Correct it, or add the school to schools.csv."
    case .unknownTeam: "Correct it, or add the team to teams.csv."
    case .unknownLead: "Write the id of a person in people.csv."
    case .idClash:
      "Say which you mean, for example \(detail.lastWord):\(value.dropFirst().dropLast())."
    case .matchedByColumn: "Nothing to do."
    case .likelyName: "Write the id or the whole name if somebody else was meant."
    case .matchedByName: "Nothing to do; ids are safer where two people share a name."
    case .ambiguousName: "Write the id of the one that is meant."
    case .selfTie: "Delete the row, or correct one end."
    case .loneMember: "Name at least two members, as in P12;P40."
    case .repeatedMember: "Nothing to do."
    case .bothEndsAndMembers: "Fill in either members, or from and to."
    case .excludedPerson: "Nothing to do."
    case .madeFromNames: "Nothing to do; describe them in a file to add phase, hub or sector."
    case .sameEmail, .sameName, .similarName:
      "If they are one person, keep one row and use its id throughout."
    case .similarGroup: "If they are one, write one name throughout."
    case .notAPerson: "Write the id of a person in people.csv."
    case .unknownTopic, .unknownTopicInList:
      "Write the topic in letters or digits."
    case .unknownLevel:
      "Write 1 to 5 or one of: \(SkillLevel.allCases.map(\.words).joined(separator: ", "))."
    case .manyTopics: "Keep the topics that others may ask about."
    case .topicCycle: "Correct the column broader of one of them."
    case .sharedSynonym: "Leave the synonym with one of them."
    case .noTie, .noSkill, .leaverTies, .bothDirections: "Nothing to do."
    case .maybeDirected: "If each row says who asked whom, add --directed."
    case .parallelTies: "Choose another rule with --parallel sum, max or latest."
    case .scaleZero: "If so, add --scale-zero \(value.dropFirst().dropLast())."
    case .severalGroups: "Give each person one value, if that is right."
    case .noGroup: "Fill in the cells, if the values are known."
    case .groupOfOne: "Nothing to do."
    case .largeGroup: "Nothing to do; a meeting of many says little about any two of them."
    case .unknownReference:
      "Correct it, or describe it in people.csv, teams.csv, schools.csv, partners.csv or goals.csv."
    case .schoolCycle: "Leave the column became empty for a school that is still there."
    case .unknownSuccessor: "Correct it, or add the school to schools.csv."
    case .unknownEntry: "Correct the id, or add it to \(detail)."
    case .unknownPartnership: "Correct the row, or add the partnership to partnerships.csv."
    case .unknownSide: "Write ours (how we see the partner) or theirs (how the partner sees us)."
    case .unknownScore: "Write one of these numbers, or delete the row."
    case .notANumber: "Write a number such as 3, 0.5 or 70%."
    case .unusableNumber: "Check the number."
    case .goalCycle: "Give the goal another parent, or none."
    case .repeatedRating: "Nothing to do."
    }
  }
}

extension String {
  /// What stands before and after the parting of a detail that has two parts.
  fileprivate var before: String { String(prefix { $0 != "\u{1F}" }) }
  fileprivate var after: String { String(drop { $0 != "\u{1F}" }.dropFirst()) }
  fileprivate var firstWord: String { String(prefix { $0 != " " }) }
  fileprivate var lastWord: String { String(reversed().prefix { $0 != " " }.reversed()) }
}

extension ProblemCode {
  /// The code in full: what it means for the work, what is said, and what to do.
  public var explanation: String {
    let meaning =
      switch severity {
      case .stop: "Nothing can be made of the file until this is mended."
      case .error: "The row is set aside; the rest is used."
      case .warning: "The row is used, mended or with the cell left out; somebody should look."
      case .note: "Said so that nobody wonders; nothing is lost."
      }
    let found = message(value: "\"…\"", detail: "…")
    return
      "\(rawValue) (\(severity.rawValue))\n\n\(meaning)\n\nSaid: \(found)\nTo do: \(fix(value: "\"…\"", detail: "…"))\n"
  }
}
