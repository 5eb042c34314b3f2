using BlogKit.AspNetCore.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace BlogKit.AspNetCore.Tests;

public sealed class TextFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("blogkit-texts-");

    [Fact]
    public void A_file_nests_plurals_and_keys_as_it_likes()
    {
        var file = Write("german.json", """
            {
              // As BlogKit's own files are …
              "post.comment-count": { "one": "{0} Kommentar", "other": "{0} Kommentare" },
              "post.contents": "Inhalt",
              // … or in groups.
              "post": { "read-on": "Weiterlesen", "minutes": { "one": "eine Minute", "other": "{0} Minuten" } },
              "thread": { "error": { "required": "{field} fehlt.", }, },
            }
            """);

        var text = Catalog(kit => kit.AddTextFile("de", file)).For("de-AT");

        text["post.contents"].Should().Be("Inhalt");
        text["post.read-on"].Should().Be("Weiterlesen");
        text["thread.error.required"].Should().Be("{field} fehlt.");
        text.FormatCount("post.comment-count", 2).Should().Be("2 Kommentare");
        text.FormatCount("post.minutes", 1).Should().Be("eine Minute");
    }

    [Fact]
    public void A_folder_says_the_language_in_names_of_files_or_folders()
    {
        Write("de.json", """{ "post.contents": "Inhalt" }""");
        Write("reader.pt-BR.json", """{ "post.contents": "Conteúdo" }""");
        Write(Path.Combine("cs", "reader.json"), """{ "post.contents": "Obsah" }""");
        Write(Path.Combine("cs", "deep", "thread.json"), """{ "thread.reply": "Odpovědět" }""");

        var catalog = Catalog(kit => kit.AddTextFolder(_folder.FullName));

        catalog.For("de")["post.contents"].Should().Be("Inhalt");
        catalog.For("pt-BR")["post.contents"].Should().Be("Conteúdo");
        catalog.For("cs")["post.contents"].Should().Be("Obsah");
        catalog.For("cs")["thread.reply"].Should().Be("Odpovědět");
    }

    [Theory]
    [InlineData("""{ "post": { "read-on": 7 } }""", "*'post.read-on'*x.de.json*text*")]
    [InlineData("""{ "post.read-on": null }""", "*'post.read-on'*x.de.json*")]
    [InlineData("[]", "*x.de.json*object*")]
    [InlineData("{", "*x.de.json*JSON*")]
    public void A_file_of_another_form_is_named_with_the_member(string content, string message)
    {
        var file = Write("x.de.json", content);

        var act = () => new ServiceCollection().AddBlogKit().AddTextFile("de", file);

        act.Should().Throw<FormatException>().WithMessage(message);
    }

    [Fact]
    public void A_file_that_is_not_there_or_names_no_language_is_an_error()
    {
        Write("notes.json", "{}");

        ((Action)(() => new ServiceCollection().AddBlogKit().AddTextFile("de", Path.Combine(_folder.FullName, "none.json"))))
            .Should().Throw<FileNotFoundException>();
        ((Action)(() => new ServiceCollection().AddBlogKit().AddTextFolder(Path.Combine(_folder.FullName, "none"))))
            .Should().Throw<DirectoryNotFoundException>();
        ((Action)(() => new ServiceCollection().AddBlogKit().AddTextFolder(_folder.FullName)))
            .Should().Throw<FormatException>().WithMessage("*notes.json*LANGUAGE.json*");
    }

    [Fact]
    public void What_nobody_says_in_a_language_is_counted_once()
    {
        using var log = new FakeLoggerProvider();
        var services = new ServiceCollection();
        services.AddLogging(l => l.AddProvider(log));
        services.AddBlogKit().UseInMemory().AddWeb().AddTexts("de", new Dictionary<string, string> { ["post.contents"] = "Inhalt" });
        var catalog = services.BuildServiceProvider().GetRequiredService<TextCatalog>();

        foreach (var language in new[] { "en", "en-GB", "de", "de", "de" })
        {
            catalog.For(language);
        }

        var missing = catalog.Untranslated(Languages.Of("de"));
        missing.Should().NotContain("post.contents").And.Contain("post.comment-count#one").And.Contain("post.read-on");
        log.At(LogLevel.Trace).Should().ContainSingle().Which.Should().Contain($"{missing.Count} texts are not there in 'de'").And.Contain("AddTextFile");
        catalog.Untranslated(Languages.Of("pl")).Should().BeEmpty();
        catalog.Untranslated(Languages.Of("ar-EG")).Should().BeEmpty();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static TextCatalog Catalog(Action<BlogKitBuilder> add)
    {
        var services = new ServiceCollection();
        var kit = services.AddBlogKit().UseInMemory().AddWeb();
        add(kit);
        return services.BuildServiceProvider().GetRequiredService<TextCatalog>();
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }
}
