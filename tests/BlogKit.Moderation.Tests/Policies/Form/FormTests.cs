using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;

namespace BlogKit.Moderation.Tests;

public sealed class FormTests
{
    private static readonly string s_key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly JumpingClock _clock = new();

    [Fact]
    public void A_token_tells_how_long_the_form_was_open()
    {
        var tokens = Tokens();
        var token = tokens.Issue(RuleContext.Post);
        _clock.Advance(TimeSpan.FromSeconds(42));

        tokens.Read(RuleContext.Post, token, trap: null).Should().Be(new FormFacts(false, FormTokenState.Valid, TimeSpan.FromSeconds(42)));
    }

    [Fact]
    public void A_token_is_short_and_fit_for_a_URL() => Tokens().Issue(RuleContext.Post).Should().MatchRegex("^[A-Za-z0-9_-]{1,200}$");

    [Fact]
    public void A_token_of_another_post_is_invalid()
    {
        var tokens = Tokens();

        tokens.Read(RuleContext.PostNumber(9), tokens.Issue(RuleContext.Post), "")
            .Should().Be(new FormFacts(false, FormTokenState.Invalid, null));
    }

    [Fact]
    public void A_token_is_good_until_its_age_and_not_longer()
    {
        var tokens = Tokens(o => o.MaximumAge = TimeSpan.FromHours(1));
        var token = tokens.Issue(RuleContext.Post);
        _clock.Advance(TimeSpan.FromHours(1));
        var last = tokens.Read(RuleContext.Post, token, null).Token;
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        last.Should().Be(FormTokenState.Valid);
        tokens.Read(RuleContext.Post, token, null).Should().Be(new FormFacts(false, FormTokenState.Expired, null));
    }

    [Fact]
    public void A_token_from_a_host_whose_clock_is_ahead_is_good()
    {
        var tokens = Tokens();
        var token = tokens.Issue(RuleContext.Post);
        _clock.Jump(TimeSpan.FromSeconds(-3));

        tokens.Read(RuleContext.Post, token, null).Should().Be(new FormFacts(false, FormTokenState.Valid, TimeSpan.Zero));
    }

    [Theory]
    [InlineData(61)]
    [InlineData(3_600)]
    public void A_form_that_was_shown_before_the_clock_was_set_back_was_not_filled_in_too_fast(int seconds)
    {
        var tokens = Tokens();
        var token = tokens.Issue(RuleContext.Post);
        _clock.Jump(TimeSpan.FromSeconds(-seconds));

        tokens.Read(RuleContext.Post, token, null).Should().Be(new FormFacts(false, FormTokenState.Expired, null));
    }

    [Fact]
    public void Hosts_with_one_key_accept_each_others_tokens() =>
        Tokens().Read(RuleContext.Post, Tokens().Issue(RuleContext.Post), null).Token.Should().Be(FormTokenState.Valid);

    [Fact]
    public void Without_a_key_every_process_has_its_own() =>
        new FormTokens(new(), _clock).Read(RuleContext.Post, new FormTokens(new(), _clock).Issue(RuleContext.Post), null).Token
            .Should().Be(FormTokenState.Invalid);

    [Fact]
    public void A_key_of_before_still_reads_and_no_longer_signs()
    {
        var changed = new FormTokens(new() { Key = Convert.ToBase64String(new byte[32]), PreviousKeys = { s_key } }, _clock);

        changed.Read(RuleContext.Post, Tokens().Issue(RuleContext.Post), null).Token.Should().Be(FormTokenState.Valid);
        Tokens().Read(RuleContext.Post, changed.Issue(RuleContext.Post), null).Token.Should().Be(FormTokenState.Invalid);
    }

    [Theory]
    [InlineData(null, FormTokenState.Missing)]
    [InlineData("", FormTokenState.Missing)]
    [InlineData(" ", FormTokenState.Invalid)]
    [InlineData("AAAA", FormTokenState.Invalid)]
    [InlineData("\uD800\0💣", FormTokenState.Invalid)]
    public void What_is_no_token_never_throws(string? token, FormTokenState state) =>
        Tokens().Read(RuleContext.Post, token, null).Token.Should().Be(state);

    [Fact]
    public void A_huge_token_is_invalid() =>
        Tokens().Read(RuleContext.Post, new string('A', 100_000), new string('x', 100_000))
            .Should().Be(new FormFacts(true, FormTokenState.Invalid, null));

    [Fact]
    public void A_token_with_any_character_changed_is_invalid()
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_= \t\n+/";
        var tokens = Tokens();
        var token = tokens.Issue(RuleContext.Post);
        var changes = Gen.Choose(0, token.Length - 1)
            .SelectMany(at => Gen.Elements(Alphabet.ToCharArray()).Select(c => (at, c)))
            .ToArbitrary();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(changes, change =>
        {
            var changed = token[..change.at] + change.c + token[(change.at + 1)..];
            return changed == token || tokens.Read(RuleContext.Post, changed, null).Token == FormTokenState.Invalid;
        }));
    }

    [Fact]
    public void A_token_with_anything_added_or_left_out_is_invalid()
    {
        var tokens = Tokens();
        var token = tokens.Issue(RuleContext.Post);

        string[] others = [token + "A", "A" + token, token + "=", token + "\n", token[1..], token[..^1], token + token];

        others.Should().OnlyContain(other => tokens.Read(RuleContext.Post, other, null).Token == FormTokenState.Invalid);
    }

    [Theory]
    [InlineData("c2hvcnQ=", "BlogKit:Moderation:X:Key must be base64 of at least 32 bytes.")]
    [InlineData("not base64!", "BlogKit:Moderation:X:Key must be base64 of at least 32 bytes.")]
    public void A_key_that_is_none_is_named(string key, string message)
    {
        RuleContext.Failures(new FormTokenOptions { Key = key }.Check).Should().Equal(message);
        FluentActions.Invoking(() => new FormTokens(new() { Key = key }, _clock))
            .Should().Throw<ArgumentException>().WithMessage("*Key must be base64*");
    }

    [Fact]
    public void Wrong_options_are_named()
    {
        RuleContext.Failures(new FormTokenOptions { PreviousKeys = { "x" }, MaximumAge = TimeSpan.FromSeconds(59) }.Check)
            .Should().HaveCount(2);
        RuleContext.Failures(new FormPolicyOptions
        {
            MinimumTime = TimeSpan.FromSeconds(-1),
            ExpiredScore = 1.1,
            TrapOutcome = (ModerationOutcome)9,
            TrapScore = 2,
        }.Check)
            .Should().HaveCount(4);
        RuleContext.Failures(new FormTokenOptions { Key = s_key }.Check).Should().BeEmpty();
        RuleContext.Failures(new FormPolicyOptions().Check).Should().BeEmpty();
    }

    [Fact]
    public async Task A_comment_that_came_by_no_form_is_not_judged() =>
        (await new FormPolicy(new()).Judge(RuleContext.Of("Hi"))).Should().BeNull();

    [Theory]
    [InlineData(true, FormTokenState.Valid, 60.0, "trap-filled", ModerationOutcome.Approve)]
    [InlineData(true, FormTokenState.Missing, null, "token-missing", ModerationOutcome.Hold)]
    [InlineData(false, FormTokenState.Missing, null, "token-missing", ModerationOutcome.Hold)]
    [InlineData(false, FormTokenState.Invalid, null, "token-invalid", ModerationOutcome.Hold)]
    [InlineData(false, FormTokenState.Expired, null, "token-expired", ModerationOutcome.Approve)]
    [InlineData(false, FormTokenState.Valid, 1.9, "too-fast", ModerationOutcome.Hold)]
    public async Task The_gravest_thing_about_a_form_is_found(
        bool trap, FormTokenState state, double? seconds, string code, ModerationOutcome outcome)
    {
        var form = new FormFacts(trap, state, seconds is { } s ? TimeSpan.FromSeconds(s) : null);

        var finding = await new FormPolicy(new()).Judge(RuleContext.Of("Hi", form: form));

        finding.Should().BeEquivalentTo(new { Code = code, Outcome = outcome });
        finding!.Score.Should().BePositive();
    }

    [Fact]
    public async Task A_filled_trap_decides_nothing_alone_and_makes_another_hint_graver()
    {
        var options = new FormPolicyOptions();
        var alone = await new FormPolicy(options).Judge(
            RuleContext.Of("Hi", form: new FormFacts(true, FormTokenState.Valid, TimeSpan.FromMinutes(1))));
        var fast = await new FormPolicy(options).Judge(
            RuleContext.Of("Hi", form: new FormFacts(false, FormTokenState.Valid, TimeSpan.Zero)));
        var both = await new FormPolicy(options).Judge(
            RuleContext.Of("Hi", form: new FormFacts(true, FormTokenState.Valid, TimeSpan.Zero)));

        alone!.Score.Should().BeLessThan(new CombinationOptions().HoldAt!.Value);
        alone.PublicReason.Should().Contain("your browser");
        both!.Code.Should().Be(fast!.Code);
        both.Score.Should().BeGreaterThan(fast.Score);
        both.Details.Should().Contain(d => d.Name == "trap-filled");
    }

    [Fact]
    public async Task A_form_filled_in_by_a_person_says_nothing() =>
        (await new FormPolicy(new()).Judge(RuleContext.Of("Hi", form: new FormFacts(false, FormTokenState.Valid, TimeSpan.FromSeconds(2)))))
            .Should().BeNull();

    [Fact]
    public async Task A_disabled_policy_says_nothing() =>
        (await new FormPolicy(new() { Enabled = false }).Judge(
            RuleContext.Of("Hi", form: new FormFacts(true, FormTokenState.Missing, null))))
            .Should().BeNull();

    [Fact]
    public void Other_settings_are_another_version()
    {
        new FormPolicy(new()).Version.Should().Be(new FormPolicy(new()).Version);
        new FormPolicy(new() { MinimumTime = TimeSpan.FromSeconds(3) }).Version.Should().NotBe(new FormPolicy(new()).Version);
    }

    private FormTokens Tokens(Action<FormTokenOptions>? configure = null)
    {
        var options = new FormTokenOptions { Key = s_key };
        configure?.Invoke(options);
        return new FormTokens(options, _clock);
    }
}
