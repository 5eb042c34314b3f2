using BlogKit.Samples.Web.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Browser.Tests;

/// <summary>The sample host on a database of its own, with a few posts more that are hard to lay out.</summary>
public class SampleSite : IAsyncLifetime
{
    public const string Password = "a hive of words";
    public const string Protected = "only-for-friends";
    public const string Awkward = "an-awkward-post";
    public const string LongThread = "a-long-conversation";
    public const string LongThreadText = "Nobody agrees on when to take off the last honey. Say when you do, and why.";

    private readonly TemporaryFolder _folder = new();
    private WebHost? _host;

    public Uri Address => _host!.Address;

    public string Output => _host!.Output;

    /// <summary>Further settings for the host.</summary>
    protected virtual string[] Arguments => [];

    public async Task InitializeAsync()
    {
        if (LocalTools.WhyNoBrowser is not null)
        {
            return;
        }

        _host = await WebHost.StartAsync(_folder.Database(), Arguments);
        await using var services = new ServiceCollection().AddBlogKit(static options => options.Moderation.Flood.Enabled = false).UseSqlite($"Data Source={_folder.Database()}").Services.BuildServiceProvider();
        await services.PrepareBlogKitAsync();
        await AddAsync(services);
    }

    public async Task DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _folder.Dispose();
    }

    private static async Task AddAsync(IServiceProvider services)
    {
        var blog = (await services.GetRequiredService<BlogService>().FindByKeyAsync("default")).GetValue();
        await PublishAsync(services, new NewPost(blog.Id, "Only for Friends", "The spare key hangs behind the third hive.")
        {
            Visibility = PostVisibility.Password,
            Password = Password,
        });
        await PublishAsync(services, new NewPost(blog.Id, "An Awkward Post", AwkwardMarkdown) { Tags = ["Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"] });

        var talk = await PublishAsync(services, new NewPost(blog.Id, "A Long Conversation", LongThreadText));
        CommentId? above = null;
        for (var level = 1; level <= 12; level++)
        {
            above = await CommentAsync(services, talk, $"Reader {level}", $"Somebody said something on floor {level}, and here is what I make of it.", above);
            if (level == 3)
            {
                var removed = await CommentAsync(services, talk, "Rudely", "Nonsense, all of it.", above);
                await CommentAsync(services, talk, "Kindly", "I would not say that.", removed);
                await services.GetRequiredService<ModerationService>().TrashAsync(removed, Actor.System);
            }
        }

        await CommentAsync(services, talk, "WhoeverTypesTheirNameWithoutEverTouchingTheSpaceBarOnTheKeyboard", "https://example.org/" + new string('a', 300) + " " + new string('W', 200));
        await CommentAsync(services, talk, "نحّال", "العسل في آخر الصيف أطيب.\n\n> Say when you do, and why.\n\n- أولا\n- ثانيا");
        await CommentAsync(services, talk, "Programmer", "Like so:\n\n```\n" + new string('x', 200) + "\n```\n\nand `" + new string('y', 120) + "`.");
        for (var i = 1; i <= 52; i++)
        {
            await CommentAsync(services, talk, $"Visitor {i}", $"On day {i} of September, as always.");
        }
    }

    private static async Task<Post> PublishAsync(IServiceProvider services, NewPost input)
    {
        var posts = services.GetRequiredService<PostService>();
        var author = (await services.GetRequiredService<AuthorService>().ListAsync(input.BlogId)).First();
        var post = (await posts.CreateAsync(input with { AuthorIds = [author.Id] }, Actor.System)).GetValue();
        return (await posts.PublishAsync(post.Id, post.Version, Actor.System)).GetValue();
    }

    private static async Task<CommentId> CommentAsync(IServiceProvider services, Post post, string name, string text, CommentId? parent = null)
    {
        var comment = (await services.GetRequiredService<CommentService>().SubmitAsync(
            new NewComment(post.Id, text) { Name = name, Email = "somebody@readers.example.org", ParentId = parent },
            Actor.Guest("a secret of more than enough length for " + name))).GetValue().Comment;
        return comment.Status is CommentStatus.Approved
            ? comment.Id
            : (await services.GetRequiredService<ModerationService>().ApproveAsync(comment.Id, Actor.System)).GetValue().Id;
    }

    private const string AwkwardMarkdown =
        """
        A table that is wider than a phone, code that is wider than a desk, and words that do not end.

        | a column | another column | a third column | a fourth column | a fifth column | a sixth column | a seventh column | an eighth column |
        | --- | --- | --- | ---: | :---: | --- | --- | --- |
        | one thing | and another thing | more of it | 1,234,567.89 | yes | and on | and on | and on |

        ## Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft

        ```csharp
        var hives = orchard.Hives.Where(hive => hive.Weight > threshold && hive.Temperature is > 32 and < 36).OrderByDescending(hive => hive.Weight).ThenBy(hive => hive.Name).ToList();
        ```

        ### A heading of the third rank

        https://example.org/a/very/long/address/that/has/no/place/to/break/0123456789012345678901234567890123456789012345678901234567890123456789

        1. One
           - inside
             1. and inside again
                > quoted in there, at length, so that it has to wrap on a phone

        - [x] done
        - [ ] not done

        #### A heading of the fourth rank

        الفقرة العربية تبدأ من اليمين. Then English, and *emphasis*, **strength**, ~~deletion~~, H~2~O and x^2^.[^note]

        ![Blue hives on a hillside](/images/hillside.svg)

        [^note]: With a footnote that says nothing.

        ---

        Term
        : what it means
        """;
}
