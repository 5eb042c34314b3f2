namespace BlogKit.Moderation.Internal;

/// <summary>
/// The lessons that come with BlogKit: comments of our own invention, so that a filter that has learned little knows what advertising in
/// comments is like. They weigh as little as the first lessons of a blog and are outweighed by its own.
/// </summary>
internal static class StarterLessons
{
    private const string Resource = "BlogKit.Learning.lessons.tsv";

    /// <summary>A model that begins as the shape says.</summary>
    public static SpamModel NewModel(ModelShape shape)
    {
        var model = new SpamModel(shape);
        if (shape.Starter)
        {
            Teach(model);
        }

        return model;
    }

    private static void Teach(SpamModel model)
    {
        using var stream = typeof(StarterLessons).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var workspace = new FeatureWorkspace(model.Shape.LongestText);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0)
            {
                model.LearnStarter(
                    workspace.Read(line.AsSpan(tab + 1), model.Shape.Bits), line.StartsWith("spam", StringComparison.Ordinal));
            }
        }
    }
}
