using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore.Tests;

public sealed class ErrorStatusTests
{
    public static TheoryData<ErrorKind> Kinds => [.. Enum.GetValues<ErrorKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Pages_and_programs_are_told_the_same_of_every_kind_of_error(ErrorKind kind)
    {
        var error = BlogError.Of(kind, "some-code", "Something is so.");

        ApiReply.Problem(error).Status.Should().Be(ErrorStatus.Of(error));
    }

    [Fact]
    public void A_post_that_was_put_away_is_gone_for_everybody()
    {
        var error = BlogError.Of(ErrorKind.NotFound, ErrorCodes.PostArchived, "The post is gone.");

        ErrorStatus.Of(error).Should().Be(410);
        ApiReply.Problem(error).Status.Should().Be(410);
    }
}
