package io.headlesscrm.core.customer.identity;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What made-up names are made of; the first of each list are the most frequent. */
final class MadeUpWords {

  static final List<String> CHARACTERS =
      characters("华鑫盛达源宏兴丰瑞恒泰通顺安嘉德信诚金龙天海博凯亿腾飞扬万利和美佳永昌荣隆祥福新东方正大中联创科远航锦"
          + "辉耀星辰晨曦昊宇轩铭涛峰岳嵩川江河湖洋波澜润泽霖沐森林木棉竹梅兰菊松柏桐枫翔鹏鸿雁鹤凤麒麟骏驰骐骥康健宁静雅致知行"
          + "智慧睿哲思源启明朗旭阳光景云霞虹霓彩丽晶莹玉瑶琪琳珂珊珍宝贝聚汇融合众群英杰俊豪卓越优品尚派");

  /** Pairs that sound alike, as input methods confuse them. */
  static final List<String> HOMOPHONES = words(
      "鑫欣 盛胜 达大 源元 宏鸿 兴星 丰峰 瑞睿 恒衡 泰太 顺舜 安桉 嘉佳 德得 信鑫 诚城 海骇 亿易 飞菲 扬阳 利力 和合 美镁 永勇 昌长 荣融 祥翔 福富 新欣 方芳 正政 联连 科柯 远源 锦金 辉晖 运云 流留 贸茂 易亿 业叶");

  static final List<String> INDUSTRIES = words(
      "贸易 科技 物流 电子 实业 进出口 国际贸易 供应链管理 国际货运代理 机械设备 服装 五金制品 塑料制品 信息技术 建筑工程 电子商务 食品 玩具 家具 包装材料 化工 纺织 环保科技 医疗器械 汽车零部件 仓储 快递 国际物流 文化传播 农业发展 照明 电器 陶瓷 模具 印刷 能源 新材料 生物科技 装饰工程 餐饮管理");

  static final List<String> SHORT_INDUSTRIES = words(
      "国际贸易>贸易 供应链管理>供应链 国际货运代理>货代 机械设备>机械 五金制品>五金 塑料制品>塑料 信息技术>信息 建筑工程>建筑 包装材料>包装 环保科技>环保 汽车零部件>汽配 国际物流>物流 电子商务>电商 餐饮管理>餐饮");

  static final List<String> CITIES = words(
      "深圳 上海 广州 北京 东莞 宁波 苏州 杭州 厦门 青岛 天津 佛山 义乌 温州 成都 武汉 大连 南京 无锡 泉州 中山 福州 郑州 西安 重庆 济南 合肥 长沙 珠海 惠州 沈阳 昆明 南通 常州 嘉兴 绍兴 台州 金华 烟台 石家庄");

  static final List<String> PINYIN_CITIES = words(
      "Shenzhen Shanghai Guangzhou Beijing Dongguan Ningbo Suzhou Hangzhou Xiamen Qingdao Tianjin Foshan Yiwu Wenzhou Chengdu Wuhan Dalian Nanjing Wuxi Quanzhou Zhongshan Fuzhou Zhengzhou Xian Chongqing Jinan Hefei Changsha Zhuhai Huizhou Shenyang Kunming Nantong Changzhou Jiaxing Shaoxing Taizhou Jinhua Yantai Shijiazhuang");

  static final List<String> DISTRICTS = words("南山区 宝安区 福田区 龙岗区 高新区 江北区 新城区 东城区 海曙区 开发区");

  static final List<String> ROADS = words(
      "人民 中山 建设 解放 科技 创业 工业 长江 黄河 和平 新华 文化 光明 振兴 友谊 滨海 迎宾 学院 朝阳 红旗 科苑 深南 福强 桂庙 沙河 龙翔 环城 江滨 湖滨 天河 珠江 东风 体育 机场 港湾 西乡 前进 宝安 民治 布吉");

  static final List<String> ENGLISH_ROADS = words(
      "High Station Church Park Mill Victoria Queens Kings Harbour Market Bridge Castle River Garden Spring Hill Forest Lake Ocean Garrison Wharf Canal Chapel Orchard Meadow Windsor Albert York Oxford Stanley");

  static final List<String> TELLING = words(
      "Golden Sunrise Star Blue Pacific Dragon Silver Green Phoenix Ocean Royal Eagle Diamond Crystal Victory Harbour Summit Pioneer Apex Alpha Delta Omega Nova Orion Atlas Titan Vertex Zenith Horizon Meridian Anchor Compass Beacon Falcon Heron Osprey Lotus Bamboo Jade Pearl Coral Amber Ruby Sapphire Emerald Granite Marble Cedar Maple Willow Birch Aspen Juniper Redwood Bluewave Northstar Brightway Fairwind Clearwater Ironbridge Stonegate Silverline Greenfield Whitehall Blackburn Ashford Bradley Carlton Dalton Everett Fenwick Granger Hartley Kingsley Langford Merton Norwood Oakley Preston Quentin Radley Selwyn Thornton Upton Vernon Walton Yardley Zeller Novak Kowalski Schmidt Keller Brandt Vogel Lindqvist Eriksen Jansen Devries Moreau Lambert Rossi Bianchi Garcia Romero Silva Santos Tanaka Suzuki Nguyen Rahman Patel Sharma");

  static final List<String> SYLLABLES = words(
      "hua xin sheng da yuan hong xing feng rui heng tai tong shun an jia de cheng jin long tian hai bo kai yi teng fei yang wan li he mei yong chang rong xiang fu dong fang zheng zhong lian chuang ke hang hui yao chen yu ming tao chuan jiang run ze lin sen mu");

  static final List<String> ENGLISH_INDUSTRIES = words(
      "Trading Logistics Technology Electronics International Import Export|Trading Industries Shipping Textiles Plastics Hardware Toys Furniture Foods Machinery Packaging Chemicals Engineering Express Freight|Forwarding Garments Lighting Ceramics Energy Materials Medical Consulting");

  static final List<String> FAMILY_NAMES = characters("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗");

  private MadeUpWords() {}

  /** An element; the first are the likelier ones: the share of the first k of n is (k/n)^(1/skew). */
  static String skewed(List<String> words, double skew, Random random) {
    return words.get((int) (words.size() * Math.pow(random.nextDouble(), skew)));
  }

  static String any(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }

  private static List<String> characters(String text) {
    return Stream.of(text.split("")).distinct().collect(Collectors.toUnmodifiableList());
  }
}
