using BlogKit.Specification;

namespace BlogKit.Tests.Origins;

public sealed class OriginTests
{
    private static readonly Origin s_origin = SampleData.Origin(new BlogId(Guid.CreateVersion7()), "1") with { ItemVersion = 3 };

    [Theory]
    [InlineData("hash-1", 3L, OriginState.Unchanged)]
    [InlineData("other", 3L, OriginState.ChangedThere)]
    [InlineData("hash-1", 4L, OriginState.EditedHere)]
    [InlineData("other", 4L, OriginState.ChangedOnBothSides)]
    [InlineData("hash-1", null, OriginState.DeletedHere)]
    [InlineData("other", null, OriginState.DeletedHere)]
    public void An_origin_tells_what_changed_there_and_here(string hash, long? version, OriginState expected) =>
        s_origin.Judge(hash, version).Should().Be(expected);

    [Fact]
    public void The_origin_of_what_was_purged_says_that_it_is_deleted_though_its_placeholder_has_a_version() =>
        (s_origin with { ContentHash = "" }).Judge("hash-1", 3).Should().Be(OriginState.DeletedHere);
}
