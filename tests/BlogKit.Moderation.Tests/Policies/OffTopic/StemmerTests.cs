using BlogKit.Moderation.Internal;

namespace BlogKit.Moderation.Tests;

public sealed class StemmerTests
{
    // Each line is an example of one rule of the published description.
    [Theory]
    [InlineData("at", "at")]
    [InlineData("caresses", "caress")]
    [InlineData("ties", "tie")]
    [InlineData("cries", "cri")]
    [InlineData("gas", "gas")]
    [InlineData("gaps", "gap")]
    [InlineData("kiwis", "kiwi")]
    [InlineData("grass", "grass")]
    [InlineData("virus", "virus")]
    [InlineData("agreed", "agre")]
    [InlineData("feed", "feed")]
    [InlineData("plastered", "plaster")]
    [InlineData("bled", "bled")]
    [InlineData("motoring", "motor")]
    [InlineData("sing", "sing")]
    [InlineData("luxuriated", "luxuri")]
    [InlineData("troubled", "troubl")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("happy", "happi")]
    [InlineData("cry", "cri")]
    [InlineData("by", "by")]
    [InlineData("say", "say")]
    [InlineData("relational", "relat")]
    [InlineData("conditional", "condit")]
    [InlineData("digitizer", "digit")]
    [InlineData("radically", "radic")]
    [InlineData("hopefulness", "hope")]
    [InlineData("sensibility", "sensibl")]
    [InlineData("geology", "geolog")]
    [InlineData("triplicate", "triplic")]
    [InlineData("formative", "format")]
    [InlineData("electrical", "electr")]
    [InlineData("goodness", "good")]
    [InlineData("revival", "reviv")]
    [InlineData("allowance", "allow")]
    [InlineData("replacement", "replac")]
    [InlineData("adoption", "adopt")]
    [InlineData("communism", "communism")]
    [InlineData("rate", "rate")]
    [InlineData("probate", "probat")]
    [InlineData("controlling", "control")]
    [InlineData("generously", "generous")]
    [InlineData("generate", "generat")]
    [InlineData("skies", "sky")]
    [InlineData("dying", "die")]
    [InlineData("news", "news")]
    [InlineData("inning", "inning")]
    [InlineData("proceed", "proceed")]
    [InlineData("youth", "youth")]
    [InlineData("boyish", "boyish")]
    [InlineData("abilities", "abil")]
    public void English_words_lose_their_endings(string word, string stem)
    {
        var room = new char[word.Length + 1];
        word.CopyTo(room);

        var length = EnglishStemmer.Stem(room, word.Length);

        new string(room, 0, length).Should().Be(stem);
    }

    [Theory]
    [InlineData("hauser", "haus")]
    [InlineData("hauses", "haus")]
    [InlineData("kindern", "kind")]
    [InlineData("frage", "frag")]
    [InlineData("fragen", "frag")]
    [InlineData("tor", "tor")]
    public void German_words_lose_their_inflection(string word, string stem) => word[..GermanStemmer.Stem(word)].Should().Be(stem);

    [Theory]
    [InlineData("maisons", "maison")]
    [InlineData("chevaux", "cheval")]
    [InlineData("grandes", "grand")]
    [InlineData("roi", "roi")]
    public void French_words_lose_plural_and_gender(string word, string stem)
    {
        var room = word.ToCharArray();

        var length = FrenchStemmer.Stem(room);

        new string(room, 0, length).Should().Be(stem);
    }

    [Fact]
    public void Any_letters_stem_within_their_room()
    {
        foreach (var c in "aeioybdlsz")
        {
            for (var length = 0; length <= 40; length++)
            {
                var room = new char[length + 1];
                Array.Fill(room, c, 0, length);

                EnglishStemmer.Stem(room, length).Should().BeInRange(0, length + 1);
            }
        }
    }

    [Fact]
    public void Words_of_one_stem_and_accents_meet()
    {
        Keys("en", "Councils closing").Should().Equal(Keys("en", "council closed"));
        Keys("de", "Häuser Straße").Should().Equal(Keys("de", "hauses STRASSE"));
        Keys("en", "the of and http").Should().BeEmpty();
    }

    private static ulong[] Keys(string language, string text)
    {
        var terms = new List<TopicTerm>();
        TopicText.For(language).Read(text, terms, 100);
        return [.. terms.Select(t => t.Key)];
    }
}
