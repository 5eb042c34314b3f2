using System.Text.RegularExpressions;
using BlogKit.Moderation;
using BlogKit.Samples.Web.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Browser.Tests;

/// <summary>The sample host on a database of its own, with a few posts more that are hard to lay out.</summary>
public partial class SampleSite : IAsyncLifetime
{
    public const string Password = "a hive of words";
    public const string Protected = "only-for-friends";
    public const string Awkward = "an-awkward-post";
    public const string OwnerName = "Ada Owner";
    public const string OwnerPassword = "smoke before you open";
    public const string LongThread = "a-long-conversation";
    public const string LongThreadText = "Nobody agrees on when to take off the last honey. Say when you do, and why.";

    private readonly TemporaryFolder _folder = new();
    private WebHost? _host;
    private ServiceProvider? _services;
    private Blog? _blog;
    private string? _owner;

    public Uri Address => _host!.Address;

    public string Output => _host!.Output;

    /// <summary>Where the log says that the owner of the fresh blog is made.</summary>
    public string SetUpAddress => SetUpLine().Match(Output) is { Success: true } line
        ? line.Value
        : throw new InvalidOperationException("The log names no address for the set-up:\n" + Output);

    /// <summary>Further settings for the host.</summary>
    protected virtual string[] Arguments => [];

    public async Task InitializeAsync()
    {
        if (LocalTools.WhyNoBrowser is not null)
        {
            return;
        }

        // Few comments on a page: axe takes its time with each, and more of the same tell nothing.
        _host = await WebHost.StartAsync(
            _folder.Database(), ["--BlogKit:Threads:RootsPerPage", "8", "--BlogKit:Threads:RepliesPerRoot", "14", .. Arguments]);
        _services = new ServiceCollection()
            .AddBlogKit(static options => options.Moderation.GetPolicy<FloodPolicyOptions>().Enabled = false)
            .UseSqlite($"Data Source={_folder.Database()}").Services
            .BuildServiceProvider();
        await _services.PrepareBlogKitAsync();
        _blog = (await _services.GetRequiredService<BlogService>().GetByKeyAsync("default")).Value;
        await AddAsync();
    }

    public async Task DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _folder.Dispose();
    }

    /// <summary>Signs in as the owner, whom the first call makes through the sample's set-up; what a browser keeps of it.</summary>
    internal async Task<string> SignInAsync(Chromium chromium)
    {
        if (_owner is null)
        {
            await chromium.VisitAsync(Address, new Viewing(), async page =>
            {
                await page.GotoAsync(SetUpAddress);
                await page.FillAsync("input[name=name]", OwnerName);
                await page.FillAsync("input[name=password]", OwnerPassword);
                await page.ClickAsync("button[type=submit]");
                await page.WaitForURLAsync("**/desk/**");
                _owner = await page.Context.StorageStateAsync();
            });
        }

        return _owner!;
    }

    /// <summary>Publishes a post through the library, beside the host, and says where it is.</summary>
    internal async Task<SamplePost> PublishAsync(
        string title, string markdown = "Hives are louder than people think.", Func<NewPost, NewPost>? with = null)
    {
        var posts = Get<PostService>();
        var author = (await Get<AuthorService>().ListAllAsync(_blog!.Id)).First();
        var input = new NewPost(_blog.Id, title, markdown) { AuthorIds = [author.Id] };
        var post = (await posts.CreateAsync(with is null ? input : with(input), Actor.System)).Value;
        post = (await posts.PublishAsync(post.BlogId, post.Id, Actor.System, post.Version)).Value;
        return new SamplePost(post.Id, "/blog/" + post.Slug.Value);
    }

    /// <summary>Has somebody comment through the library, beside the host, and a moderator approve it.</summary>
    internal async Task<CommentId> CommentAsync(SamplePost post, string name, string text, CommentId? parent = null)
    {
        var comment = await SubmitAsync(post, name, text, parent);
        return comment.Status is CommentStatus.Approved
            ? comment.Id
            : (await Get<ModerationService>().ApproveAsync(comment.BlogId, comment.Id, Actor.System)).Value.Id;
    }

    /// <summary>Has a guest nobody knows comment through the library, beside the host: held.</summary>
    internal async Task<Comment> SubmitAsync(SamplePost post, string name, string text, CommentId? parent = null) =>
        (await Get<CommentService>().SubmitAsync(
            new NewComment(_blog!.Id, post.Id, text)
            {
                Name = name,
                Email = $"{name.GetHashCode(StringComparison.Ordinal):x}@readers.example.org",
                ParentId = parent,
            },
            Actor.Guest("a secret of more than enough length for " + name))).Value.Comment;

    internal T Get<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    [GeneratedRegex(@"http://\S+/setup\?token=\w+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SetUpLine();

    private async Task AddAsync()
    {
        await PublishAsync(
            "Only for Friends",
            "The spare key hangs behind the third hive.",
            static post => post with { Visibility = PostVisibility.Password, Password = Password });
        await PublishAsync(
            "An Awkward Post",
            AwkwardMarkdown,
            static post => post with { Tags = ["Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"] });

        var talk = await PublishAsync("A Long Conversation", LongThreadText);
        CommentId? above = null;
        for (var level = 1; level <= 12; level++)
        {
            above = await CommentAsync(
                talk, $"Reader {level}", $"Somebody said something on floor {level}, and here is what I make of it.", above);
            if (level == 3)
            {
                var removed = await CommentAsync(talk, "Rudely", "Nonsense, all of it.", above);
                await CommentAsync(talk, "Kindly", "I would not say that.", removed);
                await Get<ModerationService>().TrashAsync(_blog!.Id, removed, Actor.System);
            }
        }

        await CommentAsync(
            talk,
            "WhoeverTypesTheirNameWithoutEverTouchingTheSpaceBarOnTheKeyboard",
            "https://example.org/" + new string('a', 300) + " " + new string('W', 200));
        await CommentAsync(talk, "نحّال", "العسل في آخر الصيف أطيب.\n\n> Say when you do, and why.\n\n- أولا\n- ثانيا");
        var code = await CommentAsync(
            talk, "Programmer", "Like so:\n\n```\n" + new string('x', 200) + "\n```\n\nand `" + new string('y', 120) + "`.");
        for (var i = 1; i <= 16; i++)
        {
            await CommentAsync(talk, $"Colleague {i}", $"Line {i} could be shorter.", code);
        }

        for (var i = 1; i <= 12; i++)
        {
            await CommentAsync(talk, $"Visitor {i}", $"On day {i} of September, as always.");
        }
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
