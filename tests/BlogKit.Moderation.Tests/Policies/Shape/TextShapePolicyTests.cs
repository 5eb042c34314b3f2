namespace BlogKit.Moderation.Tests;

public sealed class TextShapePolicyTests
{
    private static readonly TextShapePolicy s_policy = new(new());

    [Theory]
    [InlineData("BUY THIS GREAT THING RIGHT NOW, EVERYBODY LOVES IT", "all-caps")]
    [InlineData("I am soooooooooooooo happy", "repeated-character")]
    [InlineData("What?????????????", "repeated-character")]
    [InlineData("H\u0301\u0302\u0303\u0304\u0305i there", "stacked-marks")]
    [InlineData("sdkfjh skdjfhs kdfjhgk wqxzv", "gibberish")]
    [InlineData("asdfghjkl", "gibberish")]
    [InlineData("qwertyuiop zxcvbnm", "gibberish")]
    [InlineData("Xqzvk jbxqw pqzrt vkxjq", "gibberish")]
    [InlineData("Купите сейчас лучшие товары", "wrong-script")]
    [InlineData("这是一个很好的网站请访问", "wrong-script")]
    public async Task What_looks_wrong_is_named(string text, string code) =>
        ((await s_policy.Judge(RuleContext.Of(text)))?.Code).Should().Be(code);

    [Theory]
    [InlineData("Thanks!")]
    [InlineData("ok")]
    [InlineData("+1")]
    [InlineData("👍")]
    [InlineData("")]
    [InlineData("NASA and ESA say HTML, CSS, JSON and XML are fine")]
    [InlineData("WOW, THAT IS SO COOL")]
    [InlineData("Use MAX_LENGTH and MIN_LENGTH, FOO_BAR, BAZ_QUX, HELLO_WORLD, GOODBYE_WORLD")]
    [InlineData("----------------------------\nA rule\n============================")]
    [InlineData("wait............... what")]
    [InlineData("1000000000000000 items")]
    [InlineData("hahahahahaha brrrrr hmmmm pfffff")]
    [InlineData("Angstschweiß, Borschtsch und Weltschmerz am Schlachtschiff")]
    [InlineData("The rhythms of Krzysztof Szczepański and the Dnipro")]
    [InlineData("Commit 4f0ea8e9 and key dGhpcyBpcyBub3QgYSB3b3Jk")]
    [InlineData("Zażółć gęślą jaźń; chrząszcz brzmi w trzcinie w Szczebrzeszynie")]
    [InlineData("Hyvää päivää, yksinkertaisesti mahtava kirjoitus, kiitos paljon")]
    [InlineData("Bu yazıyı çok beğendim, teşekkür ederim, gerçekten güzel olmuş")]
    [InlineData("Terima kasih banyak atas tulisan yang sangat bermanfaat ini")]
    [InlineData("Cảm ơn bạn rất nhiều về bài viết tuyệt vời này")]
    [InlineData("Tack så mycket för ett mycket intressant inlägg, det var verkligen lärorikt")]
    [InlineData("Dziękuję bardzo za ten świetny wpis, wszystko jasne")]
    [InlineData("Děkuji za článek, čtvrtek byl krásný den a všechno šlo skvěle")]
    [InlineData("Köszönöm szépen ezt a nagyszerű cikket, mindenkinek ajánlom")]
    [InlineData("Rwy'n hoffi coffi, mae'r cwtsh yn y cwmwl yn wych")]
    [InlineData("The word 'привет' means hello, and 你好 too, I believe")]
    [InlineData("e\u0301\u0302\u0323 with three marks")]
    public async Task Innocent_texts_pass(string text) => ((await s_policy.Judge(RuleContext.Of(text)))?.Reason).Should().BeNull();

    [Fact]
    public async Task Every_script_with_capitals_can_shout() =>
        (await s_policy.Judge(RuleContext.Of("КУПИТЕ СЕЙЧАС ЛУЧШИЕ ТОВАРЫ НАШЕГО МАГАЗИНА", language: "ru")))!.Code.Should().Be("all-caps");

    [Fact]
    public async Task Evidence_names_the_run()
    {
        var repeated = RuleContext.Of("I am sOooooooooooooo happy");
        var stacked = RuleContext.Of("ab\u0301\u0302\u0303\u0304\u0305c");

        (await s_policy.Judge(repeated)).Quotes(repeated).Should().Equal("Oooooooooooooo");
        (await s_policy.Judge(stacked)).Quotes(stacked).Should().Equal("\u0301\u0302\u0303\u0304\u0305");
    }

    [Theory]
    [InlineData("ru", "Спасибо за прекрасную статью", false)]
    [InlineData("ru", "Thank you for this wonderful text", false)]
    [InlineData("ja", "素晴らしい記事をありがとうございます", false)]
    [InlineData("ja", "Спасибо за прекрасную статью", true)]
    [InlineData("ko-KR", "좋은 글 정말 감사합니다 여러분", false)]
    [InlineData("sr", "Hvala na odličnom tekstu", false)]
    [InlineData("sr-Latn", "Хвала на одличном тексту", true)]
    [InlineData("zh-Hant", "謝謝你寫了這麼好的文章", false)]
    [InlineData("he", "תודה רבה על המאמר הנפלא", false)]
    [InlineData("en-GB", "Спасибо, thanks, спасибо всем вам", false)]
    [InlineData("x-unknown", "Спасибо за прекрасную статью", false)]
    [InlineData("", "Спасибо за прекрасную статью", false)]
    [InlineData("en", "Спасибо", false)]
    public async Task A_script_is_wrong_by_the_language_of_the_blog(string language, string text, bool isFound) =>
        ((await s_policy.Judge(RuleContext.Of(text, language: language)))?.Code is "wrong-script").Should().Be(isFound);

    [Fact]
    public async Task Other_scripts_can_be_at_home()
    {
        (await new TextShapePolicy(new() { Scripts = { "cyrillic" } }).Judge(RuleContext.Of("Спасибо за прекрасную статью")))
            .Should().BeNull();
        (await new TextShapePolicy(
            new() { LatinIsAtHome = false }).Judge(RuleContext.Of("Thank you for this wonderful text", language: "ru")))!.Code
            .Should().Be("wrong-script");
    }

    [Fact]
    public async Task Gibberish_is_only_told_where_the_language_is_known() =>
        (await s_policy.Judge(RuleContext.Of("sdkfjh skdjfhs kdfjhgk wqxzv", language: "cs"))).Should().BeNull();

    [Fact]
    public async Task Size_counts_only_when_wanted()
    {
        var policy = new TextShapePolicy(new() { MinimumLetters = 3, MaximumLength = 10 });

        (await policy.Judge(RuleContext.Of("ok")))!.Code.Should().Be("too-short");
        ((await policy.Judge(RuleContext.Of("yes")))?.Code).Should().BeNull();
        ((await policy.Judge(RuleContext.Of("1234567 ab")))?.Code).Should().BeNull();
        (await policy.Judge(RuleContext.Of("1234567 abc")))!.Code.Should().Be("too-long");
    }

    [Theory]
    [InlineData('a')]
    [InlineData('A')]
    [InlineData('\u0301')]
    [InlineData('.')]
    [InlineData('蜂')]
    [InlineData('\uD800')]
    [InlineData('\0')]
    [InlineData(' ')]
    public async Task Hostile_texts_end_with_bounded_evidence(char c) =>
        ((await s_policy.Judge(RuleContext.Of(new string(c, 100_000))))?.Evidence.Length ?? 0).Should().BeLessThanOrEqualTo(2);

    [Fact]
    public void Wrong_options_are_named()
    {
        RuleContext.Failures(new TextShapePolicyOptions().Check).Should().BeEmpty();
        RuleContext.Failures(new TextShapePolicyOptions
        {
            Repeated = 0,
            StackedMarks = 0,
            GibberishShare = null,
            ForeignShare = null,
            ShoutingScore = null,
        }.Check)
            .Should().BeEmpty();
        RuleContext.Failures(
            new TextShapePolicyOptions { Repeated = 3, ShoutingShare = 0.4, MinimumLetters = -1, Scripts = { "Klingon" } }.Check)
            .Should().HaveCount(4)
                .And.Contain("BlogKit:Moderation:X:Scripts:0 must be the English name of a script, such as Cyrillic.");
    }
}
