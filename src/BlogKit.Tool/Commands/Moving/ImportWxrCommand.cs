using System.CommandLine;
using BlogKit.Interchange;

namespace BlogKit.CommandLine;

/// <summary>Imports an export of WordPress.</summary>
internal sealed class ImportWxrCommand : ImportCommand
{
    private readonly Option<string[]> _postTypes = new("--post-type")
    {
        HelpName = "TYPE",
        Description = "Brings posts of this type of a plugin as posts too; may be given again.",
    };

    private readonly Option<string[]> _commentTypes = new("--comment-type")
    {
        HelpName = "TYPE",
        Description = "Brings comments of this type of a plugin too, which may be private talk; may be given again.",
    };

    private readonly Option<string?> _zone = new("--time-zone")
    {
        HelpName = "ZONE",
        Description = "The zone of the old site, such as Europe/Berlin, for dates that were exported without one.",
    };

    public ImportWxrCommand(CommonOptions common)
        : base("wxr", "Imports an export of WordPress (Tools, Export, All content).", common, takesMany: true)
    {
        Add(_postTypes);
        Add(_commentTypes);
        Add(_zone);
        _zone.Validators.Add(static zone =>
        {
            if (zone.GetValueOrDefault<string>() is { } name && !TimeZoneInfo.TryFindSystemTimeZoneById(name, out _))
            {
                zone.AddError($"--time-zone: there is no zone '{name}'.");
            }
        });
    }

    protected override IImportSource Open(string[] paths, string? source, ParseResult input)
    {
        var options = new WxrOptions
        {
            Source = source,
            TimeZone = input.GetValue(_zone) is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : null,
        };
        foreach (var type in input.GetValue(_postTypes) ?? [])
        {
            options.PostTypes[type] = PostKind.Post;
        }

        options.CommentTypes.UnionWith(input.GetValue(_commentTypes) ?? []);
        return new WxrSource(paths, options);
    }
}
