using System.CommandLine;

namespace BlogKit.CommandLine;

/// <summary>The commands about where old addresses lead.</summary>
internal sealed class RedirectsGroup : Command
{
    public RedirectsGroup(CommonOptions common)
        : base("redirects", "Lists and changes where the addresses of an old site lead.")
    {
        Add(new ListRedirectsCommand(common));
        Add(new AddRedirectCommand(common));
        Add(new RemoveRedirectsCommand(common));
        Add(new ImportRedirectsCommand(common));
    }
}
