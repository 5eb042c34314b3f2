using System.Text.Json;

namespace BlogKit.Tests.Actors;

public sealed class ActorKeyTests
{
    private static readonly AuthorId s_author = new(Guid.Parse("019ca000000070008000000000000001"));

    [Fact]
    public void Default_is_nobody_known()
    {
        default(ActorKey).Should().Be(ActorKey.Anonymous).And.Be(ActorKey.Parse("anonymous"));
        default(ActorKey).ToString().Should().Be("anonymous");
        default(ActorKey).Kind.Should().Be(ActorKind.Anonymous);
    }

    [Fact]
    public void Each_kind_is_written_as_it_was_stored_before_and_read_again()
    {
        (ActorKey Key, string Text, ActorKind Kind)[] all =
        [
            (ActorKey.System, "system", ActorKind.System),
            (
                ActorKey.Guest("a secret of sixteen"),
                "guest:bcb53d486f026499b2815a5870d8911b28d7b331c55d9bf14dae11059d1b29b6",
                ActorKind.Guest),
            (ActorKey.User("Key:1"), "user:Key:1", ActorKind.User),
            (ActorKey.Author(s_author), "author:019ca000000070008000000000000001", ActorKind.Author),
        ];
        foreach (var (key, text, kind) in all)
        {
            key.ToString().Should().Be(text);
            key.Kind.Should().Be(kind);
            ActorKey.Parse(text).Should().Be(key);
        }

        ActorKey.User("Key:1").UserKey.Should().Be("Key:1");
        ActorKey.Author(s_author).AuthorId.Should().Be(s_author);
        ActorKey.Parse("guest:ab12").UserKey.Should().BeNull();
    }

    [Theory]
    [InlineData("moderator")]
    [InlineData("author:1")]
    [InlineData("author:019ca000-0000-7000-8000-000000000001")]
    [InlineData("author:019CA000000070008000000000000001")]
    [InlineData("System")]
    [InlineData("robot:7")]
    public void A_text_of_no_known_form_is_kept_and_is_nobody_else(string text)
    {
        var key = ActorKey.Parse(text);

        key.Kind.Should().BeNull();
        key.ToString().Should().Be(text);
        key.Should().Be(ActorKey.Parse(text)).And.NotBe(ActorKey.Anonymous).And.NotBe(ActorKey.Parse(text + "x"));
    }

    [Fact]
    public void Keys_differ_by_the_case_of_a_letter() => ActorKey.User("ada").Should().NotBe(ActorKey.User("Ada"));

    [Theory]
    [InlineData("")]
    [InlineData("user:")]
    [InlineData("user:", ' ')]
    [InlineData("guest:", ' ')]
    [InlineData("user:", '\0')]
    [InlineData("user:", '\ud800')]
    public void What_names_nobody_or_cannot_be_stored_is_no_key(string start, char? end = null)
    {
        var text = start + end;
        ActorKey.TryParse(text, out var key).Should().BeFalse();
        key.Should().Be(ActorKey.Anonymous);
        FluentActions.Invoking(() => ActorKey.Parse(text)).Should().Throw<FormatException>();
    }

    [Theory]
    [InlineData(' ')]
    [InlineData('\0')]
    [InlineData('\udc00')]
    public void A_user_has_a_key_that_can_be_stored(char only) =>
        FluentActions.Invoking(() => ActorKey.User(only.ToString())).Should().Throw<ArgumentException>();

    [Fact]
    public void A_guests_secret_is_in_no_key_and_is_long()
    {
        ActorKey.Guest("a secret of sixteen").Should().Be(Actor.Guest("a secret of sixteen").Key);
        ActorKey.Guest("a secret of sixteen").ToString().Should().NotContain("secret");
        FluentActions.Invoking(() => ActorKey.Guest("fifteen letters")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Json_has_the_text_as_a_value_and_as_a_name()
    {
        var names = new Dictionary<ActorKey, ActorKey> { [ActorKey.User("Ada")] = ActorKey.Anonymous };

        var json = JsonSerializer.Serialize(names);

        json.Should().Be("""{"user:Ada":"anonymous"}""");
        JsonSerializer.Deserialize<Dictionary<ActorKey, ActorKey>>(json).Should().Equal(names);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("\"\"")]
    public void Json_of_no_key_is_refused(string json) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize<ActorKey>(json)).Should().Throw<JsonException>();

    [Fact]
    public void Each_actor_has_the_key_of_their_kind()
    {
        Actor.Anonymous.Key.Should().BeNull();
        Actor.System.Key.Should().Be(ActorKey.System);
        Actor.User("u1", "Una").Key.Should().Be(ActorKey.User("u1"));
        Actor.Guest("a secret of sixteen").Key!.Value.Kind.Should().Be(ActorKind.Guest);
    }
}
