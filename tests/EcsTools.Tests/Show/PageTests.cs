using EcsTools.Tests.Cmdlets;
using OpenQA.Selenium;

namespace EcsTools.Tests.Show;

/// <summary>The page in a real browser, on the local ECS.</summary>
public sealed class PageTests : IDisposable
{
    private readonly Browser browser = new(); // first: a test without one is skipped here, and leaves no prompt open
    private readonly EcsPrompt prompt = Shop.Open(instances: 6);

    public void Dispose()
    {
        browser.Dispose();
        prompt.Dispose();
    }

    [Fact]
    public void It_shows_what_the_local_ECS_has_and_follows_a_rollout_and_a_drain()
    {
        Begin();
        Assert.Equal("shop", browser.Text("h1"));
        Assert.Contains("8 running, 0 pending, 3 services, 6 instances", browser.Text("#summary"), StringComparison.Ordinal);
        Assert.Equal(["api", "big", "web"], Texts("#services h3 button"));
        Assert.Contains("unable to place a task", browser.Text("#waits"), StringComparison.Ordinal);
        Keep("page-1280.png", 1280, 800);
        Keep("page-420.png", 420, 900);
        Keep("page-1920.png", 1920, 1080);
        browser.Resize(1280, 800);

        prompt.Run("$null = Register-EcsTaskDefinition web -ContainerDefinition @{ name = 'web'; image = 'nginx:2'; cpu = 512; memory = 1024 }; $null = Update-EcsService web -TaskDefinition web -ErrorAction Stop; $null = Step-EcsLocal 5").Clean();
        browser.Until("document.querySelectorAll('#services .service:nth-child(3) .deployment').length === 2");
        Keep("rollout.png", 1280, 800);
        prompt.Run("$null = Wait-EcsService web; $null = Get-EcsContainerInstance -First 1 | Update-EcsContainerInstanceState -Status DRAINING; $null = Step-EcsLocal").Clean();
        browser.Until("document.querySelectorAll('.mark.drain').length === 1");
        browser.Until("document.querySelector('#services .service:nth-child(3) .revision').textContent === 'web:3'");
        Assert.Empty(browser.Violations());
        Assert.Empty(browser.Problems());
    }

    [Fact]
    public void Details_and_time_line_work_with_the_keyboard_alone()
    {
        Begin();
        var canvas = browser.Find(By.Id("canvas"));
        browser.Run("document.getElementById('canvas').focus()");
        canvas.SendKeys(Keys.ArrowDown);
        canvas.SendKeys(Keys.ArrowRight);
        Assert.StartsWith("Task of ", canvas.GetAttribute("aria-label"), StringComparison.Ordinal);
        canvas.SendKeys(Keys.Enter);
        browser.Until("[...document.querySelectorAll('#details dt')].some(term => term.textContent === 'taskArn')");
        Assert.Contains("containerInstanceArn", browser.Text("#details"), StringComparison.Ordinal);
        Press("Show the log");
        browser.Until("document.querySelector('#log')?.textContent.includes('CloudWatch Logs')");
        browser.Find(By.Id("details-close")).SendKeys(Keys.Enter);
        Assert.Equal("canvas", browser.Run("return document.activeElement.id"));

        prompt.Run("$null = Update-EcsService web -DesiredCount 1 -Wait").Clean();
        browser.Until("document.querySelector('#summary').textContent.startsWith('5 running')");
        browser.Find(By.Id("time")).SendKeys(Keys.Home);
        browser.Until("document.querySelector('#summary').textContent.startsWith('8 running')");
        Assert.Equal("false", browser.Find(By.Id("live")).GetAttribute("aria-pressed"));
        browser.Find(By.Id("live")).SendKeys(Keys.Enter);
        browser.Until("document.querySelector('#summary').textContent.startsWith('5 running')");
        Assert.Empty(browser.Problems());
    }

    [Fact]
    public void Texts_of_ECS_are_text()
    {
        prompt.Run("$null = Set-EcsLocalBehavior -Service api -PullError '<img src=x onerror=document.title=1><script>document.title=2</script>'").Clean();
        Begin();
        browser.Until("document.querySelector('#stopped') && document.querySelector('#stopped').textContent.includes('<img src=x')");

        Assert.Equal(0L, browser.Run("return document.querySelectorAll('main img, main script').length"));
        Assert.Equal("shop – EcsTools", browser.Run("return document.title"));
    }

    [Fact]
    public void The_clock_and_the_world_of_a_local_ECS_are_moved_on_the_page()
    {
        Begin();
        prompt.Run("$null = Update-EcsService web -DesiredCount 6").Clean();
        Press("Until settled");
        browser.Until("document.querySelector('#summary').textContent.startsWith('10 running')");
        browser.Run("document.querySelector('#table').open = true");
        browser.Until("document.querySelectorAll('#instances tbody tr').length === 6");
        browser.Find(By.CssSelector("#instances tbody button")).SendKeys(Keys.Enter);
        Press("Drain");
        browser.Until("document.querySelector('#instances tbody td:nth-child(3)').textContent === 'DRAINING'");
        Press("Until settled");
        browser.Until("document.querySelector('#instances tbody td:nth-child(4)').textContent === '0'");
        Assert.Empty(browser.Problems());
    }

    // The controls of a local ECS come after the page.
    private void Press(string text)
    {
        browser.Until($"[...document.querySelectorAll('button')].some(button => button.textContent === '{text}')");
        browser.Run("[...document.querySelectorAll('button')].find(button => button.textContent === arguments[0]).click()", text);
    }

    private string[] Texts(string selector) => [.. ((IEnumerable<object>)browser.Run("return [...document.querySelectorAll(arguments[0])].map(element => element.textContent)", selector)!).Cast<string>()];

    /// <summary>A shop with six instances: two services that run, and one that finds no room.</summary>
    private void Begin()
    {
        prompt.Run("""
            $null = Register-EcsTaskDefinition web -ContainerDefinition @{ name = 'web'; image = 'nginx'; cpu = 512; memory = 1024 }
            $null = Register-EcsTaskDefinition api -ContainerDefinition @{ name = 'api'; image = 'api'; cpu = 1024; memory = 1536 }
            $null = Register-EcsTaskDefinition big -ContainerDefinition @{ name = 'big'; image = 'big'; cpu = 8192; memory = 1024 }
            $null = New-EcsService web -TaskDefinition web -DesiredCount 4
            $null = New-EcsService api -TaskDefinition api -DesiredCount 4
            $null = New-EcsService big -TaskDefinition big -DesiredCount 1
            $null = Step-EcsLocal 00:01:00
            """).Clean();
        browser.Open(new Uri(prompt.Run("Show-EcsCluster -NoBrowser -PassThru").One<string>()));
        browser.Until("document.querySelectorAll('#services .service').length === 3");
    }

    private void Keep(string name, int width, int height)
    {
        browser.Resize(width, height);
        browser.Until("!document.hidden");
        if (Environment.GetEnvironmentVariable("ECSTOOLS_UPDATE_GOLDEN") is null) return;
        browser.Run("return new Promise(done => setTimeout(done, 700))"); // moves end
        browser.Keep(Path.Combine(EcsPrompt.Metadata("Repository"), "docs/images", name));
    }
}
