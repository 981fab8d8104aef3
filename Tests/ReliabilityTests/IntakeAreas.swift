import Testing

/// Areas of what Weft promises of its intake, case by case: the exact message and the exit code.
@Suite struct IntakeAreas {
  @Test(arguments: Case.all("1 syntax")) func syntax(_ one: Case) { one.check() }
  @Test(arguments: Case.all("2 encodings")) func encodings(_ one: Case) { one.check() }
  @Test(arguments: Case.all("3 unicode")) func unicode(_ one: Case) { one.check() }
  @Test(arguments: Case.all("4 values")) func values(_ one: Case) { one.check() }
  @Test(arguments: Case.all("5 references")) func references(_ one: Case) { one.check() }
  @Test(arguments: Case.all("6 spreadsheets")) func spreadsheets(_ one: Case) { one.check() }
  @Test(arguments: Case.all("7 expertise")) func expertise(_ one: Case) { one.check() }
  @Test(arguments: Case.all("8 records")) func records(_ one: Case) { one.check() }
}
