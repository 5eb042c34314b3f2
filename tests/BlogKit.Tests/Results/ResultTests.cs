using System.Collections.Immutable;

namespace BlogKit.Tests.Results;

public sealed class ResultTests
{
    private static readonly BlogError s_taken = BlogError.Of(ErrorKind.Conflict, ErrorCodes.Taken, "That name is taken.");

    private static readonly BlogError s_missing = BlogError.Of(ErrorKind.NotFound, ErrorCodes.CommentNotFound, "There is no such comment.");

    [Fact]
    public void The_value_of_a_failure_is_never_a_silent_zero_id()
    {
        Result<CommentId> failed = s_missing;

        failed.Invoking(static f => f.Value).Should().Throw<InvalidOperationException>()
            .WithMessage($"*{ErrorCodes.CommentNotFound}*There is no such comment.*");
    }

    [Fact]
    public void The_exception_names_every_error()
    {
        Result<string> failed = ImmutableArray.Create(s_taken, s_missing);

        failed.Invoking(static f => f.Value).Should().Throw<InvalidOperationException>()
            .WithMessage($"*{ErrorCodes.Taken}*{s_taken.Message}*{ErrorCodes.CommentNotFound}*{s_missing.Message}*");
    }

    [Fact]
    public void A_failure_hands_out_no_value()
    {
        Result<int> failed = s_taken;

        failed.TryGetValue(out var value).Should().BeFalse();
        value.Should().Be(0);
    }

    [Fact]
    public void A_success_hands_out_its_value_even_if_that_is_zero()
    {
        Result<int> done = 0;

        done.TryGetValue(out var value).Should().BeTrue();
        value.Should().Be(0);
        done.Value.Should().Be(0);
    }

    [Fact]
    public void A_failure_that_was_held_for_impossible_is_told_with_every_error()
    {
        Result<int> valued = s_taken;
        Result plain = ImmutableArray.Create(s_taken, s_missing);

        valued.Invoking(static f => f.EnsureSucceeded()).Should().Throw<InvalidOperationException>().WithMessage($"*{ErrorCodes.Taken}*");
        plain.Invoking(static f => f.EnsureSucceeded()).Should().Throw<InvalidOperationException>()
            .WithMessage($"*{ErrorCodes.Taken}*{ErrorCodes.CommentNotFound}*");
    }

    [Fact]
    public void What_was_done_has_no_errors()
    {
        Result.Success.EnsureSucceeded();

        Result.Success.Succeeded.Should().BeTrue();
        (Result.Success.Error, Result.Success.Errors.Length).Should().Be((null, 0));
    }

    [Fact]
    public void A_failure_without_a_reason_cannot_be_made()
    {
        var valued = () => (Result<int>)ImmutableArray<BlogError>.Empty;
        var plain = () => (Result)ImmutableArray<BlogError>.Empty;

        valued.Should().Throw<ArgumentException>();
        plain.Should().Throw<ArgumentException>();
    }
}
