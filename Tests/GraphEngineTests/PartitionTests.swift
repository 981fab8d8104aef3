import GraphEngine
import Testing

@Suite struct PartitionTests {
  @Test func labelsAreOrderedByName() {
    let partition = Partition(labels: ["b", nil, "a", "b"])
    #expect(partition.names == ["a", "b"] && partition.groupOf == [1, -1, 0, 1])
    #expect(partition.sizes == [1, 2] && partition.count == 2)
    #expect(partition.memberCount == 3 && partition.missingCount == 1)
    #expect(partition.members == [[2], [0, 3]])
  }

  @Test func aGroupMayBeEmpty() {
    let partition = Partition(groupOf: [1, 1, -1], names: ["nobody", "both"])
    #expect(partition.sizes == [0, 2] && partition.members == [[], [0, 1]])
    let none = Partition(labels: [])
    #expect(none.count == 0 && none.memberCount == 0 && none.members.isEmpty)
  }
}
