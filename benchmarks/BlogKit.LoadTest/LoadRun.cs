using System.Diagnostics;
using System.Globalization;
using BlogKit.Moderation;

namespace BlogKit.LoadTest;

/// <summary>One run: seeds a blog, starts the servers, measures section after section and writes a table for each.</summary>
internal static class LoadRun
{
    /// <summary>The names of all sections.</summary>
    public static IReadOnlyList<string> Sections { get; } =
    [
        MeasuredThread.Short.Name,
        MeasuredThread.Middle.Name,
        MeasuredThread.Long.Name,
        MeasuredThread.Taken.Name,
        RefusalSection.Title,
        DearSection.Title,
        TogetherSection.Title,
        StartSection.Title,
    ];

    public static async Task<int> RunAsync(LoadSettings settings, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("blogkit-load-");
        try
        {
            var watch = Stopwatch.StartNew();
            await BlogSeed.WriteAsync(folder, MeasuredThread.All.Where(t => IsNeeded(t, settings)), cancellationToken);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Seeded in {watch.Elapsed.TotalSeconds:F1} s; {settings.Rounds} rounds of {settings.Seconds} s: median (range)."));
            await MeasureAsync(settings, folder, cancellationToken);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool IsNeeded(MeasuredThread thread, LoadSettings settings) =>
        settings.Has(thread.Name)
        || (thread == MeasuredThread.Taken && settings.Has(RefusalSection.Title))
        || (thread == MeasuredThread.Middle && settings.Has(TogetherSection.Title))
        || (thread == MeasuredThread.Short && (settings.Has(StartSection.Title) || settings.Has(DearSection.Title)))
        || (thread == MeasuredThread.Locked && settings.Has(DearSection.Title));

    private static async Task MeasureAsync(LoadSettings settings, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        await using var bare = await ServerProcess.StartAsync(new ServerSettings(ServerKind.Bare, folder));
        await using var blog = await ServerProcess.StartAsync(new ServerSettings(ServerKind.Blog, folder));
        await using var ruled = settings.Preset is ModerationPreset.None
            ? null
            : await ServerProcess.StartAsync(new ServerSettings(ServerKind.Blog, folder) { Preset = settings.Preset });
        var taking = ruled ?? blog;
        Console.WriteLine($"Bare Kestrel: {bare}. Blog: {blog}. Takes comments: {taking}.\n");
        ISection[] sections =
        [
            new PageSection(settings, folder, MeasuredThread.Short, blog, bare),
            new PageSection(settings, folder, MeasuredThread.Middle, blog, bare),
            new PageSection(settings, folder, MeasuredThread.Long, blog, bare),
            new CommentSection(settings, folder, taking),
            new RefusalSection(settings, folder, bare),
            new DearSection(settings, blog, bare),
            new TogetherSection(settings, folder, taking),
            new StartSection(folder),
        ];
        foreach (var section in sections.Where(s => settings.Has(s.Name)))
        {
            await using (section)
            {
                await section.PrepareAsync(cancellationToken);

                // Of the first round of a server the compiler takes a good part: hot methods are made anew until they are as good as can be.
                await section.MeasureAsync(cancellationToken);
                section.Forget();
                for (var i = 0; i < settings.Rounds; i++)
                {
                    await section.MeasureAsync(cancellationToken);
                }

                section.Write(Console.Out);
                if (settings.WithWrk && section is PageSection pages)
                {
                    await Wrk.RunAsync(pages.Addresses, settings);
                }
            }
        }
    }
}
