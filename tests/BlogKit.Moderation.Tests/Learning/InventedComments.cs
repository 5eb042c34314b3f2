using System.Collections.Immutable;

namespace BlogKit.Moderation.Tests;

/// <summary>
/// Honest and unwanted comments of our own invention, put together from parts so that there are as many as a test wants, all different.
/// </summary>
internal static class InventedComments
{
    private static readonly string[] s_things =
    [
        "the migration", "this tool", "the second example", "your recipe", "the index", "the garden path", "that chart", "the kernel patch",
        "the ferry timetable", "the parser", "the sourdough", "the cache", "the bike repair", "the old compiler", "the court's ruling",
        "the bus lane", "the telescope", "the login page",
    ];

    private static readonly string[] s_honestBegins =
    [
        "Thanks, {0} finally makes sense to me.",
        "I tried {0} on my laptop and it failed with exit code {1}.",
        "Does {0} also work on version {1}?",
        "I disagree about {0}; we measured it last year and it was slower.",
        "Small typo: in the part about {0} it should say {1}.",
        "We have used {0} at work for {1} months without trouble.",
        "Could you say more about {0}?",
        "My neighbour did the same with {0} and regretted it.",
        "What happens to {0} when the power goes out?",
        "I never understood {0} before I read this.",
        "The link to the report about {0} is dead.",
        "As someone who maintains {0}, I can confirm this.",
        "Nice write-up, but {0} deserves a paragraph of its own.",
        "How much did {0} cost you in the end?",
        "In {0} you forgot to close the file, which leaks about {1} handles.",
        "Interesting, I always thought {0} came later.",
    ];

    private static readonly string[] s_honestEnds =
    [
        "", "I will try again on Sunday.", "Looking forward to part {1}.", "Greetings from the coast.", "The docs are silent about that.",
        "See also https://docs{1}.example/notes for details.", "My daughter laughed at the picture.", "Sorry for the late answer.",
        "It took me {1} minutes.", "Or did I miss something?", "The old way was simpler, though.", "Anyway, well written.",
        "The error went away after a restart.", "That was in 19{1}, if I remember well.", "I would rather wait for the next release.",
    ];

    private static readonly string[] s_spamBegins =
    [
        "Great article about {0}! Visit my website for cheap shoes",
        "Earn ${1}00 every week from home, no experience needed",
        "Best {2} in town, call our experts today",
        "I got my ex back thanks to Dr. Omo, contact him on WhatsApp",
        "Buy followers and likes, {1}% discount only today",
        "Very nice post, thanks for sharing {0}. Our agency offers {2}",
        "Invest in crypto with a trusted broker and double your money in {1} days",
        "Watch the full movie free without sign up",
        "Are you looking for {2}? We are number one",
        "Casino bonus {1}0 free spins, register now",
        "Order pills online without prescription, fast delivery",
        "I really like your blog, check mine about {2}",
        "Apply for a loan at {1}% interest, approval in an hour",
        "Write my essay service, cheap and fast, {1}% off",
    ];

    private static readonly string[] s_spamEnds =
    [
        "http://shop{1}.example/?ref={1}",
        "www.best-deals{1}.example",
        "click my profile!!!",
        "contact us at sales{1}@mail.example",
        "https://win{1}.example/go",
        "limited offer, hurry up",
        "you will not regret it >>> http://pro{1}.example",
        "visit us now",
        "100% guaranteed",
        "more info on http://site{1}.example/offer",
    ];

    private static readonly string[] s_trades =
    [
        "plumbing repair", "SEO services", "wedding photography", "escort girls", "roof cleaning", "data science training",
        "packers and movers", "airport taxi", "dental clinic", "web design company",
    ];

    public static ImmutableArray<string> Honest(int count, int seed) => Make(s_honestBegins, s_honestEnds, count, seed);

    public static ImmutableArray<string> Spam(int count, int seed) => Make(s_spamBegins, s_spamEnds, count, seed);

    private static ImmutableArray<string> Make(string[] begins, string[] ends, int count, int seed)
    {
        var random = new Random(seed);
        var texts = new HashSet<string>(StringComparer.Ordinal);
        while (texts.Count < count)
        {
            var text = $"{Pick(begins)} {Pick(ends)}".TrimEnd();
            texts.Add(text
                .Replace("{0}", Pick(s_things), StringComparison.Ordinal)
                .Replace("{1}", random.Next(11, 98).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{2}", Pick(s_trades), StringComparison.Ordinal));
        }

        return [.. texts];

        string Pick(string[] from) => from[random.Next(from.Length)];
    }
}
