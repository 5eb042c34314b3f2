using System.Diagnostics.CodeAnalysis;
using BlogKit;
using BlogKit.AspNetCore;
using BlogKit.AspNetCore.Components;
using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers BlogKit's pages, feed and API.</summary>
public static class BlogKitWebBuilderExtensions
{
    /// <summary>
    /// Adds what <c>MapBlogKit</c> needs: components, antiforgery, data protection. Calling it again only changes options.
    /// </summary>
    /// <param name="builder">The builder that <c>AddBlogKit</c> returned.</param>
    /// <param name="configure">Changes the options; null changes none.</param>
    public static BlogKitBuilder AddWeb(this BlogKitBuilder builder, Action<BlogKitWebOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.Configure<BlogKitOptions>(static o => o.Posts.ReservedSlugs.UnionWith(ReservedSlugs.All));
        OptionServices.Add(services);
        services.AddLogging();
        services.AddRouting();
        services.AddAntiforgery();
        services.AddDataProtection();
        HostingServices.Add(services);
        LimitServices.Add(services);
        PageServices.Add(services);
        RedirectServices.Add(services);
        ListFeature.Add(services);
        ThreadFeature.Add(services);
        LiveFeature.Add(services);
        AvatarFeature.Add(services);
        DeskFeature.Add(services);
        WritingFeature.Add(services);
        MediaFeature.Add(services);
        FeedFeature.Add(services);
        SitemapFeature.Add(services);
        builder.AddModerationTrials();
        ApiFeature.Add(services);
        EmbedFeature.Add(services);
        return builder;
    }

    /// <summary>
    /// Lets the application's signed-in users comment as themselves, as the resolver tells who they are. The last resolver added counts.
    /// </summary>
    /// <typeparam name="TResolver">Made once per request, with its dependencies from the container.</typeparam>
    public static BlogKitBuilder AddUserResolver<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TResolver>(
        this BlogKitBuilder builder)
        where TResolver : class, IBlogKitUserResolver
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddScoped<IBlogKitUserResolver, TResolver>();
        return builder;
    }

    /// <summary>
    /// Lets the application's signed-in users comment as themselves, known by their claims: the key from <c>NameIdentifier</c> (or
    /// <c>sub</c>), the name from the identity's name (or <c>name</c>), the e-mail address from <c>Email</c> (or <c>email</c>). Roles come
    /// from authors' profiles only.
    /// </summary>
    public static BlogKitBuilder AddClaimsUserResolver(this BlogKitBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<IBlogKitUserResolver, ClaimsUserResolver>();
        return builder;
    }

    /// <summary>
    /// Defines the policies of <see cref="BlogKitPolicies"/>, so that the blog's own author profiles (or <see cref="BlogKitUser.Roles"/>)
    /// say who may open the desk. Needs a user resolver; an application with rules of its own defines the policies itself instead.
    /// </summary>
    /// <param name="builder">The builder that <c>AddBlogKit</c> returned.</param>
    public static BlogKitBuilder AddDeskPolicies(this BlogKitBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IAuthorizationHandler, DeskRoleHandler>());
        services.AddAuthorizationBuilder()
            .AddPolicy(
                BlogKitPolicies.Write,
                static p => p.RequireAuthenticatedUser().AddRequirements(new DeskRoleRequirement(static a => a.CanWrite)))
            .AddPolicy(
                BlogKitPolicies.Moderate,
                static p => p.RequireAuthenticatedUser().AddRequirements(new DeskRoleRequirement(static a => a.CanModerate)))
            .AddPolicy(
                BlogKitPolicies.Administer,
                static p => p.RequireAuthenticatedUser().AddRequirements(new DeskRoleRequirement(static a => a.CanAdminister)));
        DeskDoor.Add(services);
        return builder;
    }

    /// <summary>
    /// Adds texts in a language, or says some of BlogKit's in other words. Keys are those of the files <c>Texts/AREA.LANGUAGE.json</c> in
    /// the package; a text that depends on a number has one entry per plural category of the language, <c>post.comment-count#one</c>,
    /// <c>post.comment-count#other</c>. What is not given is said in BlogKit's own words, in English where it has none in the language. The
    /// last texts added for a language are asked first.
    /// </summary>
    /// <param name="builder">The builder that <c>AddBlogKit</c> returned.</param>
    /// <param name="language">A BCP 47 tag such as <c>de</c> or <c>pt-BR</c>; texts of <c>pt</c> serve <c>pt-BR</c> too.</param>
    /// <param name="texts">The texts by key. Read once, now.</param>
    /// <exception cref="System.Globalization.CultureNotFoundException">The language is none.</exception>
    public static BlogKitBuilder AddTexts(this BlogKitBuilder builder, string language, IReadOnlyDictionary<string, string> texts)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(language);
        ArgumentNullException.ThrowIfNull(texts);
        builder.Services.AddSingleton<IBlogTexts>(new GivenTexts(language, texts));
        return builder;
    }

    /// <summary>
    /// Adds the texts of a file in JSON, as BlogKit's own are: a member a key, an object of plural categories where the text depends on a
    /// number. Objects within objects are keys with points, so that <c>{"post": {"read-on": "…"}}</c> is <c>post.read-on</c>. Otherwise as
    /// <see cref="AddTexts"/>.
    /// </summary>
    /// <param name="builder">The builder that <c>AddBlogKit</c> returned.</param>
    /// <param name="language">A BCP 47 tag such as <c>de</c>.</param>
    /// <param name="path">The file; a relative path is below the folder of the application. Read once, now.</param>
    /// <exception cref="System.Globalization.CultureNotFoundException">The language is none.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="FormatException">It is not JSON of that form; the message names the file and the member.</exception>
    public static BlogKitBuilder AddTextFile(this BlogKitBuilder builder, string language, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return builder.AddTexts(language, TextFile.Read(path));
    }

    /// <summary>
    /// Adds every file <c>LANGUAGE.json</c> or <c>ANYTHING.LANGUAGE.json</c> of a folder and of the folders in it, and those in a folder
    /// that is named after a language, <c>de/thread.json</c>. See <see cref="AddTextFile"/>.
    /// </summary>
    /// <param name="builder">The builder that <c>AddBlogKit</c> returned.</param>
    /// <param name="path">The folder; a relative path is below the folder of the application. Read once, now.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FormatException">
    /// A file's name names no language, or its content is not of that form; the message names the file.
    /// </exception>
    public static BlogKitBuilder AddTextFolder(this BlogKitBuilder builder, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        foreach (var (language, file) in TextFile.ListFolder(path))
        {
            builder.AddTexts(language, TextFile.Read(file));
        }

        return builder;
    }

    /// <summary>
    /// Puts a Razor layout of the application's around the blog: sets <see cref="BlogKitWebOptions.ViewLayout"/>. Needs
    /// <c>AddRazorPages</c> or <c>AddControllersWithViews</c>.
    /// </summary>
    /// <param name="builder">The builder that <c>AddBlogKit</c> returned.</param>
    /// <param name="layout">
    /// A path such as <c>/Pages/Shared/_Layout.cshtml</c> or <c>/Views/Shared/_Layout.cshtml</c>, or a name such as <c>_Layout</c>.
    /// </param>
    public static BlogKitBuilder UseLayout(this BlogKitBuilder builder, string layout)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(layout);
        builder.Services.Configure<BlogKitWebOptions>(options => options.ViewLayout = layout);
        return builder;
    }

    /// <summary>Puts a Razor component of the application's around the blog: sets <see cref="BlogKitWebOptions.Layout"/>.</summary>
    /// <typeparam name="TLayout">A component with the parameters <c>Frame</c> and <c>ChildContent</c>.</typeparam>
    /// <param name="builder">The builder that <c>AddBlogKit</c> returned.</param>
    public static BlogKitBuilder UseLayout<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TLayout>(
        this BlogKitBuilder builder)
        where TLayout : IComponent
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure<BlogKitWebOptions>(static options => options.Layout = typeof(TLayout));
        return builder;
    }

    /// <summary>
    /// Shows a page with a component of the application's instead of BlogKit's. The last replacement of a page counts. A component for
    /// another model does not compile.
    /// </summary>
    /// <typeparam name="TView">BlogKit's component, such as <see cref="PostView"/>.</typeparam>
    /// <typeparam name="TModel">What it shows, such as <see cref="PostModel"/>.</typeparam>
    /// <typeparam name="TReplacement">
    /// The application's, which derives from <see cref="BlogView{TModel}"/> for the same model: <c>@inherits BlogView&lt;PostModel&gt;</c>.
    /// </typeparam>
    /// <param name="builder">The builder that <c>AddBlogKit</c> returned.</param>
    public static BlogKitBuilder ReplaceView<TView, TModel, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TReplacement>(
        this BlogKitBuilder builder)
        where TView : BlogView<TModel>
        where TReplacement : BlogView<TModel>
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(new ViewReplacement(typeof(TView), typeof(TReplacement)));
        return builder;
    }
}
