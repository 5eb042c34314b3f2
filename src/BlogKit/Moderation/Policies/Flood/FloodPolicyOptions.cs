namespace BlogKit.Moderation;

/// <summary>The options of <see cref="FloodPolicy"/>: how much may be sent in how short a time.</summary>
public sealed class FloodPolicyOptions : ModerationPolicyOptions
{
    private static readonly ImmutableArray<FloodWindowOptions> s_usual =
    [
        new() { Scope = ActivityScope.Address, Maximum = 5, Per = TimeSpan.FromMinutes(1) },
        new() { Scope = ActivityScope.Address, Maximum = 40, Per = TimeSpan.FromHours(1) },
        new() { Scope = ActivityScope.Writer, Maximum = 5, Per = TimeSpan.FromMinutes(1) },
        new() { Scope = ActivityScope.Writer, Maximum = 40, Per = TimeSpan.FromHours(1) },
        new() { Scope = ActivityScope.Post, Maximum = 60, Per = TimeSpan.FromMinutes(1) },
        new() { Scope = ActivityScope.Blog, Maximum = 300, Per = TimeSpan.FromMinutes(1) },
    ];

    /// <summary>
    /// The limits, at most 16; given any, they stand alone. Empty (the default) = 5 a minute and 40 an hour from one address and from one
    /// writer, 60 a minute under one post, 300 a minute in the blog.
    /// </summary>
    public IList<FloodWindowOptions> Windows { get; } = [];

    internal ImmutableArray<FloodWindowOptions> WindowsInForce => Windows.Count > 0 ? [.. Windows] : s_usual;

    /// <inheritdoc/>
    public override void UsePreset(ModerationPreset preset) => Enabled = preset is not ModerationPreset.None;

    /// <inheritdoc/>
    public override void Check(string path, ICollection<string> failures)
    {
        if (Windows.Count > 16)
        {
            failures.Add($"{path}:Windows must hold at most 16 limits, not {Windows.Count}.");
        }

        for (var i = 0; i < Windows.Count; i++)
        {
            Windows[i].Check($"{path}:Windows:{i}", failures);
        }
    }
}
