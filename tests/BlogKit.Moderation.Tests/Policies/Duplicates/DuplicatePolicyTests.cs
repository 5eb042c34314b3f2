using BlogKit.Moderation.Internal;
using FsCheck;
using FsCheck.Fluent;

namespace BlogKit.Moderation.Tests;

public sealed class DuplicatePolicyTests
{
    private const string Text = "The bees in our garden came back this spring, and the old lime tree was loud with them for weeks.";
    private const string Near = "The bees in our garden came back this spring, and the old lime tree was loud with them for months!";
    private const string Other = "My neighbour keeps chickens, and they are not quiet at all when somebody walks past their fence at noon.";

    private static readonly DuplicatePolicy s_policy = new(new());
    private static readonly Arbitrary<string[]> s_words =
        Gen.Elements("bee", "tree", "loud", "old", "spring", "weeks", "garden", "Haus", "蜂", "пчела", "x", "of").ListOf()
            .Where(static words => words.Count > 10).Select(static words => words.ToArray()).ToArbitrary();

    [Fact]
    public void Fingerprints_are_few_and_always_the_same()
    {
        var fingerprints = s_policy.GetFingerprints(Text);

        fingerprints.Should().HaveCount(16).And.OnlyHaveUniqueItems();
        fingerprints.Should().StartWith([5683429580900080725L, 9187192850447215950L]).And.Equal(
            new DuplicatePolicy(new()).GetFingerprints(Text));
    }

    [Theory]
    [InlineData("THE BEES in our garden came back this spring... And the old lime-tree was loud   with them, for weeks")]
    [InlineData("Ｔｈｅ bees in our garden came back\nthis spring and the old lime tree was loud with them for wee\u00ADks")]
    public void What_does_not_count_changes_no_fingerprint(string text) =>
        s_policy.GetFingerprints(text).Should().Equal(s_policy.GetFingerprints(Text));

    [Fact]
    public void Near_texts_share_a_fingerprint_and_others_do_not()
    {
        s_policy.GetFingerprints(Near).Intersect(s_policy.GetFingerprints(Text)).Should().NotBeEmpty();
        s_policy.GetFingerprints(Near)[0].Should().NotBe(s_policy.GetFingerprints(Text)[0]);
        s_policy.GetFingerprints(Other).Intersect(s_policy.GetFingerprints(Text)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Thanks!")]
    [InlineData("Great post, thank you so much!")]
    [InlineData("素晴らしい記事をありがとうございます")]
    [InlineData("👍👍👍")]
    public void Short_texts_have_no_fingerprints(string text) => s_policy.GetFingerprints(text).Should().BeEmpty();

    [Fact]
    public void Scripts_without_spaces_have_fingerprints()
    {
        const string Chinese = "昨天我们在花园里看到很多蜜蜂，它们围着那棵老椴树飞来飞去，非常热闹，真是美好的春天。";

        s_policy.GetFingerprints(Chinese).Intersect(s_policy.GetFingerprints("你好！" + Chinese)).Should().NotBeEmpty();
    }

    [Fact]
    public void Texts_of_the_same_words_share_every_fingerprint() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(s_words, words =>
            s_policy.GetFingerprints(string.Join(' ', words)).SequenceEqual(
                s_policy.GetFingerprints(string.Join(" - ", words.Select(w => w.ToUpperInvariant()))))));

    [Fact]
    public void Order_in_the_set_does_not_matter_to_the_bands_and_likeness_is_symmetric() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(s_words, words =>
        {
            // A text said twice over with a seam has nearly the sequences of one said once: those of the seam are all that is more.
            var once = Shingles.Of(string.Join(' ', words));
            var turned = Shingles.Of(string.Join(' ', words[5..].Concat(words[..5])));
            var similarity = once.SimilarityTo(turned);
            var isSameSet = once.Hashes.SequenceEqual(turned.Hashes);
            return similarity == turned.SimilarityTo(once) && similarity is >= 0 and <= 1 && once.SimilarityTo(once) == 1
                && (similarity == 1) == isSameSet
                && (!isSameSet || MinHash.Of(once)[1..].SequenceEqual(MinHash.Of(turned)[1..]));
        }));

    [Fact]
    public void Alike_texts_nearly_always_share_a_band_and_unlike_ones_seldom()
    {
        var random = new Random(7);
        int found = 0, mistaken = 0;
        for (var i = 0; i < 500; i++)
        {
            var words = Enumerable.Range(0, 60).Select(_ => "w" + random.Next(5_000)).ToArray();
            var near = (string[])words.Clone();
            near[random.Next(60)] = "changed";
            near[0] = "begun";
            var unlike = words[..15].Concat(Enumerable.Range(0, 45).Select(_ => "v" + random.Next(5_000)));
            var own = s_policy.GetFingerprints(string.Join(' ', words));
            found += own.Intersect(s_policy.GetFingerprints(string.Join(' ', near))).Any() ? 1 : 0;
            mistaken += own.Intersect(s_policy.GetFingerprints(string.Join(' ', unlike))).Any() ? 1 : 0;
        }

        found.Should().BeGreaterThanOrEqualTo(498, "1 - (1 - 0.87^4)^15 of them share one");
        mistaken.Should().BeLessThan(25, "texts alike by 0.13 share one with 0.4 %");
    }

    [Fact]
    public async Task Saying_the_same_again_under_the_post_is_held()
    {
        var finding = await s_policy.Judge(Among(Text, Stored(2, Text)));

        finding.Should().BeEquivalentTo(new { Code = "repeated", Outcome = ModerationOutcome.Hold });
        finding!.Details.Should().Contain(new FindingDetail("comment", RuleContext.Id(2).ToString())).And.Contain(
            d => d.Name == "similarity" && d.Value == "1");
    }

    [Fact]
    public async Task What_is_spam_word_for_word_is_spam_and_nearly_is_held()
    {
        (await s_policy.Judge(Among(Text, Stored(2, Text, CommentStatus.Spam, "email:x@example.net"))))
            .Should().BeEquivalentTo(new { Code = "known-spam", Outcome = ModerationOutcome.Spam });
        (await s_policy.Judge(Among(Near, Stored(2, Text, CommentStatus.Spam, "email:x@example.net"))))
            .Should().BeEquivalentTo(new { Code = "known-spam", Outcome = ModerationOutcome.Hold });
    }

    [Fact]
    public async Task The_same_text_under_several_posts_is_scattered()
    {
        (await s_policy.Judge(Among(Text, Stored(2, Text, post: 20), Stored(3, Near, post: 30))))
            .Should().BeEquivalentTo(new { Code = "scattered", Outcome = ModerationOutcome.Spam });
        (await s_policy.Judge(Among(Text, Stored(2, Text, post: 20), Stored(3, Near, post: 20))))
            .Should().BeEquivalentTo(new { Code = "copy", Outcome = ModerationOutcome.Approve });
    }

    [Fact]
    public async Task Somebody_elses_words_only_count() =>
        (await s_policy.Judge(Among(Text, Stored(2, Text, key: "email:eve@example.net"))))
            .Should().BeEquivalentTo(new { Code = "copy", Score = 0.4, Outcome = ModerationOutcome.Approve });

    [Theory]
    [InlineData(Other, CommentStatus.Spam)]
    [InlineData("", CommentStatus.Approved)]
    [InlineData(Text, CommentStatus.Deleted)]
    public async Task What_is_not_alike_or_was_withdrawn_does_not_count(string stored, CommentStatus status) =>
        (await s_policy.Judge(Among(Text, Stored(2, stored, status)))).Should().BeNull();

    [Fact]
    public async Task Thanks_may_be_said_by_everybody_again_and_again() =>
        (await s_policy.Judge(
            Among("Thanks!", Stored(2, "Thanks!", CommentStatus.Spam), Stored(3, "Thanks!", post: 20), Stored(4, "Thanks!", post: 30))))
            .Should().BeNull();

    [Fact]
    public async Task A_guest_without_an_address_repeats_nobody()
    {
        var context = Among(Text, Stored(2, Text, key: null));

        (await s_policy.Judge(context with { Comment = context.Comment with { By = new Commenter { Name = "Anonymous" } } }))!.Code
            .Should().Be("copy");
    }

    [Fact]
    public async Task A_disabled_policy_needs_and_says_nothing()
    {
        var policy = new DuplicatePolicy(new() { Enabled = false });

        policy.Needs.Should().Be(ModerationNeeds.None);
        (await policy.Judge(Among(Text, Stored(2, Text)))).Should().BeNull();
        s_policy.Needs.Should().Be(ModerationNeeds.Similar);
    }

    public static TheoryData<string> Hostile => new()
    {
        new string('a', 100_000),
        new string('\u0301', 100_000),
        string.Concat(Enumerable.Repeat("a ", 50_000)),
        string.Concat(Enumerable.Repeat("蜂", 100_000)),
        string.Concat(Enumerable.Repeat("\uD83D\uDCA3 ", 30_000)),
        new string('\uD800', 100_000),
        new string('\uFDFA', 20_000),
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_texts_have_no_more_fingerprints_than_others(string text) =>
        s_policy.GetFingerprints(text).Length.Should().BeLessThanOrEqualTo(16);

    [Fact]
    public void Wrong_options_are_named()
    {
        RuleContext.Failures(new DuplicatePolicyOptions().Check).Should().BeEmpty();
        RuleContext.Failures(new DuplicatePolicyOptions
        {
            MinimumWords = 2,
            Similarity = 0.5,
            ScatteredPosts = 0,
            CopyScore = 2,
            RepeatedOutcome = (ModerationOutcome)9,
        }.Check)
            .Should().HaveCount(5);
    }

    private static ModerationContext Among(string text, params SimilarComment[] similar) =>
        RuleContext.Of(text, facts: new ModerationFacts { Similar = [.. similar] });

    private static SimilarComment Stored(
        int id, string text, CommentStatus status = CommentStatus.Approved, string? key = "email:ada@example.org", int? post = null) =>
        new()
        {
            Id = RuleContext.Id(id),
            PostId = post is { } number ? RuleContext.PostNumber(number) : RuleContext.Post,
            HistoryKey = key,
            Status = status,
            PlainText = text,
        };
}
