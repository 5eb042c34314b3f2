using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace BlogKit.Tests.Ids;

public sealed class IdTests
{
    [Fact]
    public void Text_and_json_lead_back_to_the_id() => Prop.ForAll<Guid>(value =>
    {
        var id = new CommentId(value);
        return CommentId.Parse(id.ToString(), null) == id
            && CommentId.Parse(value.ToString("D"), null) == id
            && JsonSerializer.Deserialize<CommentId>(JsonSerializer.Serialize(id)) == id
            && id.ToString().Length == 32;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Ids_are_ordered_like_their_text() => Prop.ForAll<Guid, Guid>((left, right) =>
    {
        var (a, b) = (new CommentId(left), new CommentId(right));
        var order = Math.Sign(string.CompareOrdinal(a.ToString(), b.ToString()));
        return Math.Sign(a.CompareTo(b)) == order
            && a < b == order < 0
            && a > b == order > 0
            && a <= b == order <= 0
            && a >= b == order >= 0;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("{019ca94e-0000-7000-8000-000000000000}")]
    [InlineData("019ca94e00007000800000000000000g")]
    [InlineData(" 019ca94e000070008000000000000000")]
    [InlineData("019ca94e-0000-7000-8000-000000000000 ")]
    [InlineData("+19ca94e-0000-7000-8000-000000000000")]
    [InlineData("0x9ca94e-0000-7000-8000-000000000000")]
    [InlineData("019ca94e0000-7000-8000-000000000000-")]
    public void Anything_else_is_refused(string text)
    {
        PostId.TryParse(text, null, out var id).Should().BeFalse();
        id.Should().Be(default(PostId));
        ((Action)(() => PostId.Parse(text, null))).Should().Throw<FormatException>();
        ((Action)(() => JsonSerializer.Deserialize<PostId>(JsonSerializer.Serialize(text)))).Should().Throw<JsonException>();
    }
}
