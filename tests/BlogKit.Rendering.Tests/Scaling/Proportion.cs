using System.Text;

namespace BlogKit.Rendering.Tests.Scaling;

/// <summary>Tells whether a reader takes more than twice the steps for twice the text.</summary>
internal static class Proportion
{
    private const double Noise = 2.6;

    /// <summary>The texts for which it does; none is right.</summary>
    /// <param name="run">Reads a text; how many steps it took.</param>
    /// <param name="size">The length of the shortest text.</param>
    /// <param name="texts">Texts of every length.</param>
    public static List<string> Failures(Func<string, long> run, int size, IEnumerable<(string Name, Func<int, string> Make)> texts)
    {
        // What is made once at the first use is no part of it.
        run("a");
        var failures = new List<string>();
        foreach (var (name, make) in texts)
        {
            var (one, two, four) = (run(make(size)), run(make(size * 2)), run(make(size * 4)));
            if (IsWorse(one, two, four))
            {
                // What is kept for the next time, such as pooled arrays, is there now.
                (one, two, four) = (run(make(size)), run(make(size * 2)), run(make(size * 4)));
            }

            if (IsWorse(one, two, four))
            {
                failures.Add($"{name}: {one} steps for {size} characters, {two} for {size * 2}, {four} for {size * 4}");
            }
        }

        return failures;
    }

    private static bool IsWorse(long one, long two, long four) => two > one * Noise && four > two * Noise;

    /// <summary>As much of a text made of one piece as there is room for.</summary>
    public static string Repeat(string piece, int size) => new StringBuilder(size).Insert(0, piece, size / piece.Length).ToString();
}
