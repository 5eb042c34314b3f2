using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace BlogKit.Moderation.Tests;

public sealed class OffensivePolicyTests
{
    [Theory]
    [InlineData("Thank you, a fine article.", null, ModerationOutcome.Approve)]
    [InlineData("This fucking weather.", "profanity", ModerationOutcome.Approve)]
    [InlineData("You are a fucking idiot.", "abuse", ModerationOutcome.Hold)]
    [InlineData("What a bunch of faggots.", "slur", ModerationOutcome.Hold)]
    [InlineData("All immigrants are vermin.", "hatred", ModerationOutcome.Hold)]
    [InlineData("I will kill you.", "threat", ModerationOutcome.Hold)]
    [InlineData("Go kill yourself.", "self-harm-incitement", ModerationOutcome.Hold)]
    [InlineData("I want to kill myself.", "self-harm", ModerationOutcome.Hold)]
    public void Severity_decides_what_becomes_of_a_comment(string text, string? code, ModerationOutcome outcome)
    {
        var finding = OffensiveContext.Judge(text);

        finding?.Code.Should().Be(code);
        (finding?.Outcome ?? ModerationOutcome.Approve).Should().Be(outcome);
        (finding is { Score: >= 0.5 }).Should().Be(outcome is ModerationOutcome.Hold);
    }

    [Fact]
    public void Somebody_who_speaks_of_harming_themselves_is_met_gently() =>
        OffensiveContext.Judge("I don't want to live anymore.")!.PublicReason.Should().Contain("crisis line").And.NotContain("language");

    [Theory]
    [InlineData("Grace is a moron.", "Grace Hopper", true)]
    [InlineData("Grace is a moron.", null, false)]
    [InlineData("@sam is a moron.", null, true)]
    [InlineData("He is a moron.", "Alan", true)]
    [InlineData("He is a moron.", null, false)]
    public void An_insult_counts_when_it_is_aimed_at_somebody_in_the_thread(string text, string? answers, bool holds) =>
        (OffensiveContext.Judge(text, answers: answers)!.Outcome is ModerationOutcome.Hold).Should().Be(holds);

    [Theory]
    [InlineData("\"All immigrants are vermin\" is what he shouted, and nobody objected.")]
    [InlineData("She said that all immigrants are vermin.")]
    [InlineData("People who say immigrants are vermin are wrong.")]
    [InlineData("I do not think that immigrants are vermin.")]
    public void Quoted_reported_and_denied_hatred_passes(string text) =>
        (OffensiveContext.Judge(text)?.Outcome ?? ModerationOutcome.Approve).Should().Be(ModerationOutcome.Approve);

    [Theory]
    [InlineData("Scunthorpe")]
    [InlineData("Penistone")]
    [InlineData("cockpit")]
    [InlineData("assess the classic assassin")]
    [InlineData("shiitake")]
    [InlineData("niggardly")]
    [InlineData("raccoon")]
    [InlineData("snigger")]
    [InlineData("a chink in the armour")]
    [InlineData("the dyke broke")]
    [InlineData("a shot, a count and a duck")]
    [InlineData("therapist")]
    [InlineData("Dickens, Hancock and Cockburn")]
    [InlineData("flame retardant")]
    public void Innocent_words_say_nothing(string text) => OffensiveContext.Judge(text).Should().BeNull();

    [Theory]
    [InlineData("It rained on the dykes of Zeeland.", "en")]
    [InlineData("Bernard Dyke wrote the paper.", "en")]
    [InlineData("Mary Poppins had Dick Van Dyke in it.", "en")]
    [InlineData("Dr. Dyke is the head of the department.", "en")]
    [InlineData("Those dykes were built by the monks to keep the sea out.", "en")]
    [InlineData("The damn dyke broke again and the meadow is flooded.", "en")]
    [InlineData("We cycled along Offa's Dyke for three days.", "en")]
    [InlineData("The basalt dyke cuts through the older rock.", "en")]
    [InlineData("Kike scored twice in the second half.", "en")]
    [InlineData("We spent two weeks on Lesbos and one on Chios.", "en")]
    [InlineData("I cropped the picture with GIMP.", "en")]
    [InlineData("Hebe is a shrub from New Zealand.", "en")]
    [InlineData("The ABO blood groups were found in 1901.", "en")]
    [InlineData("She studied at Åbo Akademi.", "en")]
    [InlineData("They skied at Squaw Valley in 1960.", "en")]
    [InlineData("Poof, and the error was gone.", "en")]
    [InlineData("Maureen Polack and Peter Dago signed the letter.", "en")]
    [InlineData("The soup needs two kaffir lime leaves.", "en")]
    [InlineData("Mongo speichert die Dokumente auf der Platte.", "de")]
    [InlineData("El vuelo va retrasado dos horas.", "es")]
    [InlineData("Compré panchitos y aceitunas.", "es")]
    [InlineData("La tortillera vende maíz azul en el mercado.", "es")]
    public void Names_places_and_things_that_are_spelled_like_slurs_say_nothing(string text, string language) =>
        OffensiveContext.Flags(text, language).Should().BeFalse();

    [Theory]
    [InlineData("You dyke.", "en")]
    [InlineData("She is such a dyke.", "en")]
    [InlineData("I hate dykes.", "en")]
    [InlineData("Disgusting dykes, all of them.", "en")]
    [InlineData("You filthy kike.", "en")]
    [InlineData("The kikes own the press.", "en")]
    [InlineData("He is just another polack.", "en")]
    [InlineData("Dykes are disgusting.", "en")]
    [InlineData("Du bist ein Mongo.", "de")]
    [InlineData("Eres un retrasado.", "es")]
    public void Who_means_a_person_by_them_is_found(string text, string language) =>
        OffensiveContext.Flags(text, language).Should().BeTrue();

    [Theory]
    [InlineData("I hate women!", 0, 12)]
    [InlineData("Well. I  h\u200Bа\u200Btе   w0m\u0301en!", 6, 18)]
    public void Evidence_points_at_what_was_written(string text, int start, int length)
    {
        var evidence = OffensiveContext.Judge(text)!.Evidence.Should().ContainSingle().Subject;

        (evidence.Field, evidence.Start, evidence.Length).Should().Be((EvidenceField.Text, start, length));
        evidence.Rule.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public void The_reason_names_severity_and_number_and_quotes_nothing()
    {
        var finding = OffensiveContext.Judge("Immigrants are vermin. Also, what a shitty day.")!;

        finding.Reason.Should().Contain(
            "hatred against a group (1)").And.Contain("aimed at nobody (1)").And.NotContain("Immigrants").And.NotContain("vermin");
        finding.Details.Should().HaveCount(2).And.OnlyContain(d => d.Name == "match" && d.Weight > 0);
    }

    [Theory]
    [InlineData("You silly clown.", ModerationSensitivity.Low, false)]
    [InlineData("You clown.", ModerationSensitivity.Normal, true)]
    [InlineData("What the fuck happened here?", ModerationSensitivity.Normal, false)]
    [InlineData("What the fuck happened here?", ModerationSensitivity.High, true)]
    [InlineData("All immigrants are vermin.", ModerationSensitivity.Low, true)]
    public void Sensitivity_moves_the_threshold(string text, ModerationSensitivity sensitivity, bool holds) =>
        ((OffensiveContext.Judge(text, sensitivity: sensitivity)?.Outcome ?? ModerationOutcome.Approve) is ModerationOutcome.Hold)
            .Should().Be(holds);

    [Theory]
    [InlineData("Alle Ausländer sind Ungeziefer.", "de", true)]
    [InlineData("Du bist ein Arschloch.", "de", true)]
    [InlineData("Ich werde dich finden.", "de", true)]
    [InlineData("Die Ausländer sind meine Nachbarn und die Suppe hat geschmeckt.", "de", false)]
    [InlineData("So ein Mist, das Wetter ist schlecht.", "de", false)]
    [InlineData("Los inmigrantes son escoria.", "es", true)]
    [InlineData("Eres un idiota.", "es", true)]
    [InlineData("Te voy a matar.", "es", true)]
    [InlineData("Los inmigrantes son mis vecinos.", "es", false)]
    [InlineData("You are an idiot.", "es", true)]
    [InlineData("Du bist ein Arschloch.", "en", false)]
    public void The_lists_of_the_blogs_language_and_of_English_are_used(string text, string language, bool flagged) =>
        OffensiveContext.Flags(text, language).Should().Be(flagged);

    [Fact]
    public void Entries_can_be_added_and_ignored()
    {
        var options = new OffensivePolicyOptions();
        options.Terms.Add("strong insult: blorb");
        options.Ignore.Add("moron");
        var policy = new OffensivePolicy(options);

        OffensiveContext.Judge("You blorb!", policy)!.Outcome.Should().Be(ModerationOutcome.Hold);
        OffensiveContext.Judge("You moron!", policy).Should().BeNull();
    }

    [Fact]
    public void What_cannot_be_read_is_named()
    {
        var options = new OffensivePolicyOptions { LongestText = 1 };
        options.Terms.Add("strong stupid: blorb");
        options.ExtraLists.Add("no-such-list.txt");
        var failures = new List<string>();

        options.Check("BlogKit:Moderation:Offensive", failures);

        failures.Should().HaveCount(3);
        failures.Should().OnlyContain(f => f.StartsWith("BlogKit:Moderation:Offensive:"));
    }

    [Fact]
    public void Outcomes_are_options_and_the_score_follows_them()
    {
        var policy = new OffensivePolicy(new OffensivePolicyOptions { Slur = ModerationOutcome.Spam, Hatred = ModerationOutcome.Approve });

        OffensiveContext.Judge("What a bunch of faggots.", policy)!.Outcome.Should().Be(ModerationOutcome.Spam);
        OffensiveContext.Judge("I hate women.", policy)!.Score.Should().BeLessThan(0.5);
    }

    [Fact]
    public void Evidence_lies_inside_the_text()
    {
        string[] words =
        [
            "I", "hate", "h4te", "w\u0301omen", "kill", "you", "f u c k", "\"", "'", "are", "vermin", "ѕhіt", "\uD800", "  ", ".",
            "Ihatewomen", "not", "n*gger", "don't",
        ];
        Prop.ForAll(Gen.Elements(words).ListOf().ToArbitrary(), parts =>
        {
            var text = string.Join(' ', parts);
            foreach (var evidence in OffensiveContext.Judge(text)?.Evidence ?? [])
            {
                evidence.Start.Should().BeGreaterThanOrEqualTo(0);
                evidence.Length.Should().BePositive();
                (evidence.Start + evidence.Length).Should().BeLessThanOrEqualTo(text.Length);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("a")]
    [InlineData("f u c k ")]
    [InlineData("f*ck ")]
    [InlineData("I hate ")]
    [InlineData("women are ")]
    [InlineData("you you not ")]
    [InlineData("ihatewomen")]
    [InlineData("\"'")]
    [InlineData("a*")]
    [InlineData("\u0301")]
    public void Hostile_text_gives_a_bounded_finding(string unit)
    {
        var text = new StringBuilder().Insert(0, unit, 100_000 / unit.Length).ToString();

        var finding = OffensiveContext.Judge(text);

        (finding?.Evidence.Length ?? 0).Should().BeLessThanOrEqualTo(20);
        (finding?.Details.Length ?? 0).Should().BeLessThanOrEqualTo(20);
    }
}
