using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Testing;

namespace BlogKit.Moderation.Tests;

public sealed class ListPolicyTests : IDisposable
{
    private readonly JumpingClock _clock = new();
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"blogkit-list-{Environment.ProcessId}-{Guid.NewGuid():n}.txt");
    private readonly FakeLogger<BlockListPolicy> _log = new();
    private int _writes;

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task The_strictest_entry_decides_and_each_is_named()
    {
        var policy = Block(new() { Entries = { "casino", "pills => spam", "email:ada@example.org => hold" } });
        var context = RuleContext.Of("A casino with pills");

        var finding = await policy.Judge(context);

        finding.Should().BeEquivalentTo(new { Code = "listed", Outcome = ModerationOutcome.Spam, PublicReason = (string?)null });
        finding!.Reason.Should().Be("3 entries of the block list were met: 'pills', 'email:ada@example.org', 'casino'.");
        finding.Quotes(context).Should().Equal("casino", "pills", "ada@example.org");
        finding.Evidence.Select(e => e.Rule).Should().Equal("casino", "pills", "email:ada@example.org");
    }

    [Fact]
    public async Task An_entry_without_an_outcome_asks_for_that_of_the_list()
    {
        var rejecting = await Block(new() { Entries = { "casino" }, Outcome = ModerationOutcome.Reject }).Judge(RuleContext.Of("casino"));

        rejecting!.Outcome.Should().Be(ModerationOutcome.Reject);
        rejecting.PublicReason.Should().NotContain("casino");
        (await Block(new() { Entries = { "casino" } }).Judge(RuleContext.Of("casino")))!.Outcome.Should().Be(ModerationOutcome.Hold);
    }

    [Fact]
    public async Task What_is_not_listed_passes()
    {
        (await Block(new() { Entries = { "casino" } }).Judge(RuleContext.Of("bees"))).Should().BeNull();
        (await Block().Judge(RuleContext.Of("casino"))).Should().BeNull();
        (await Block(new() { Entries = { "casino" }, Enabled = false }).Judge(RuleContext.Of("casino"))).Should().BeNull();
    }

    [Theory]
    [InlineData("email:ada@example.org")]
    [InlineData("domain:example.org")]
    [InlineData("ip:192.0.2.0/24")]
    [InlineData("user:u1")]
    public async Task The_allow_list_overrides_by_who_writes(string entry) =>
        (await Allow(entry).Judge(RuleContext.Of("casino", user: "u1")))
            .Should().BeEquivalentTo(new { Code = "allowed", Outcome = ModerationOutcome.Approve, Overrides = true });

    [Fact]
    public async Task The_allow_list_never_overrides_by_where_a_link_leads() =>
        (await Allow("domain:example.net").Judge(RuleContext.Of("x", links: ["https://example.net/"], url: "https://example.net/")))
            .Should().BeNull();

    [Theory]
    [InlineData("bees")]
    [InlineData("name:Ada")]
    [InlineData("agent:Mozilla")]
    [InlineData("ip:192.0.2.7 => hold")]
    public void What_everybody_can_write_cannot_be_allowed(string entry) =>
        RuleContext.Failures(new AllowListPolicyOptions { Entries = { entry } }.Check)
            .Should().ContainSingle().Which.Should().StartWith("BlogKit:Moderation:X:Entries:0: the entry ");

    [Theory]
    [InlineData(-25)]
    [InlineData(0)]
    [InlineData(25)]
    public async Task A_changed_file_is_read_anew_when_it_is_time_to_look(int hours)
    {
        Write("casino");
        var policy = FromFile();
        var before = policy.Version;
        Write("pills");
        _clock.Jump(TimeSpan.FromHours(hours));

        (await policy.Judge(RuleContext.Of("casino pills")))!.Evidence.Should().ContainSingle().Which.Rule.Should().Be("casino");
        _clock.Advance(TimeSpan.FromSeconds(10));
        (await policy.Judge(RuleContext.Of("casino pills")))!.Evidence.Should().ContainSingle().Which.Rule.Should().Be("pills");
        policy.Version.Should().NotBe(before);
    }

    [Fact]
    public async Task A_broken_file_leaves_the_list_as_it_was_and_the_log_names_the_line()
    {
        Write("casino");
        var policy = FromFile();
        Write("# new\n\npills\nip:1.2.3");
        _clock.Advance(TimeSpan.FromSeconds(10));

        (await policy.Judge(RuleContext.Of("casino"))).Should().NotBeNull();
        (await policy.Judge(RuleContext.Of("pills"))).Should().BeNull();
        Warnings().Should().ContainSingle().Which.Should().Contain($"{Path.GetFileName(_file)} line 4: the entry is neither an address");

        Write("pills");
        _clock.Advance(TimeSpan.FromSeconds(10));
        (await policy.Judge(RuleContext.Of("pills"))).Should().NotBeNull();
    }

    [Fact]
    public async Task A_file_that_goes_leaves_the_list_as_it_was()
    {
        Write("casino");
        var policy = FromFile();
        File.Delete(_file);
        _clock.Advance(TimeSpan.FromSeconds(10));

        (await policy.Judge(RuleContext.Of("casino"))).Should().NotBeNull();
        Warnings().Should().ContainSingle().Which.Should().Contain("cannot be read");
    }

    [Fact]
    public async Task A_file_that_is_not_there_yet_is_read_when_it_comes()
    {
        var policy = FromFile();
        (await policy.Judge(RuleContext.Of("casino"))).Should().BeNull();
        Write("casino");
        _clock.Advance(TimeSpan.FromSeconds(10));

        (await policy.Judge(RuleContext.Of("casino"))).Should().NotBeNull();
    }

    [Fact]
    public async Task The_first_reading_uses_what_is_right_of_a_broken_file()
    {
        Write("casino\nip:1.2.3");

        (await FromFile().Judge(RuleContext.Of("casino"))).Should().NotBeNull();
        Warnings().Should().ContainSingle().Which.Should().Contain("line 2");
    }

    [Fact]
    public async Task Comments_judged_while_a_file_changes_see_one_list_or_the_other()
    {
        Write("one\ntwo");
        var policy = FromFile();
        Write("three\nfour\nfive");
        _clock.Advance(TimeSpan.FromSeconds(10));

        var findings = await Task.WhenAll(Enumerable.Range(0, 64).Select(
            _ => Task.Run(() => policy.EvaluateAsync(RuleContext.Of("one two three four five"), default).AsTask())));

        var seen = findings.Select(f => (Rules: string.Join(' ', f!.Evidence.Select(e => e.Rule)), f.PolicyVersion)).Distinct().ToList();
        seen.Should().OnlyContain(list => list.Rules == "one two" || list.Rules == "three four five");
        seen.Select(static list => list.PolicyVersion)
            .Should().OnlyHaveUniqueItems("a finding names the version of the list it was made by");
    }

    [Fact]
    public void Wrong_options_are_named()
    {
        RuleContext.Failures(
            new BlockListPolicyOptions { Entries = { "ok", "ip:x" }, Files = { " " }, LookEvery = TimeSpan.Zero, Score = 2 }.Check)
            .Should().HaveCount(4)
                .And.Contain(
                    "BlogKit:Moderation:X:Entries:1: the entry is neither an address nor a network such as 192.0.2.0/24 or 2001:db8::/32.");
        RuleContext.Failures(new BlockListPolicyOptions { Entries = { "ok", "# note", "" } }.Check).Should().BeEmpty();
    }

    private void Write(string text)
    {
        File.WriteAllText(_file, text);
        File.SetLastWriteTimeUtc(_file, new DateTime(2026, 1, 1, 0, 0, ++_writes, DateTimeKind.Utc));
    }

    private IEnumerable<string> Warnings() =>
        _log.Collector.GetSnapshot().Where(static r => r.Level >= LogLevel.Warning).Select(static r => r.Message);

    private BlockListPolicy FromFile() => new(new() { Files = { _file } }, _clock, _log);

    private BlockListPolicy Block(BlockListPolicyOptions? options = null) =>
        new(options ?? new(), _clock, NullLogger<BlockListPolicy>.Instance);

    private AllowListPolicy Allow(string entry) => new(new() { Entries = { entry } }, _clock, NullLogger<AllowListPolicy>.Instance);
}
